package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.testbed.simulation.store.Tables.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the feeds say that the ledger must say too. */
final class LedgerCompletion {
    private final Tables tables;

    LedgerCompletion(Tables tables) {
        this.tables = tables;
    }

    record Found(
            List<Disclosure> onTheFeed,
            List<Disclosure> perhapsSeen,
            List<LearnerRef> forgottenEnds,
            List<Outgoing> orphans) {}

    Found complete(int partition, Published published) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Published.OfLearner learner : published.learners()) {
            Term term = tables.terms.get(new AssignmentId(learner.ref().value()));
            if (term == null) {
                if (learner.visible()) takeBack(learner, found.orphans);
            } else if (term.partition() == partition) {
                boolean forgotten = term.isOpen() && learner.ended();
                if (forgotten) found.forgottenEnds.add(learner.ref());
                complete(learner, term.isOpen() && !forgotten, found);
            }
        }
        return found;
    }

    private static void complete(Published.OfLearner learner, boolean open, Found found) {
        for (EventId event : events(learner)) {
            Disclosure.Key key = new Disclosure.Key(learner.ref(), event);
            boolean there = open && learner.committed().contains(event);
            Disclosure.Source source = there ? Disclosure.Source.ON_THE_FEED : Disclosure.Source.PERHAPS_SEEN;
            (there ? found.onTheFeed : found.perhapsSeen).add(new Disclosure(learner.portal(), key, source));
        }
    }

    private static void takeBack(Published.OfLearner learner, List<Outgoing> orphans) {
        for (EventId event : events(learner))
            orphans.add(new Outgoing.Retraction(learner.portal(), learner.ref(), event));
        orphans.add(new Outgoing.Ended(learner.portal(), learner.ref(), "1", learner.lastAt(), 0));
    }

    private static Set<EventId> events(Published.OfLearner learner) {
        Set<EventId> all = new TreeSet<>(Comparator.comparing(EventId::toString));
        all.addAll(learner.committed());
        all.addAll(learner.seen());
        return all;
    }
}

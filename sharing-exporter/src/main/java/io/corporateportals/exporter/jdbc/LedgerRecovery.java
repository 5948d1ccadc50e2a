package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.Recovered;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Completes the ledger of one partition from what the feeds hold, whatever PostgreSQL knows or has lost. */
final class LedgerRecovery {
    private final JdbcClient jdbc;
    private final DisclosureRows disclosures;
    private final SnapshotReading policies;
    private final DecidedAssignments decided;

    LedgerRecovery(JdbcClient jdbc, DisclosureRows disclosures, SnapshotReading policies) {
        this.jdbc = jdbc;
        this.disclosures = disclosures;
        this.policies = policies;
        this.decided = new DecidedAssignments(jdbc);
    }

    /**
     * Completes the ledger.
     *
     * @param exported up to where the log had been exported: the assigner had decided it
     */
    Recovered recover(Ownership owner, Published published, long exported) {
        int partition = owner.partition();
        Map<LearnerRef, DecidedAssignments.One> known = decided.among(published);
        List<Disclosure> onTheFeed = new ArrayList<>();
        List<Disclosure> perhapsSeen = new ArrayList<>();
        List<Published.OfLearner> forgottenEnds = new ArrayList<>();
        List<Outgoing> orphans = new ArrayList<>();
        for (Published.OfLearner learner : published.learners()) {
            DecidedAssignments.One assignment = known.get(learner.ref());
            if (assignment == null) {
                if (learner.visible()) orphans.addAll(takenBack(learner, partition));
                continue;
            }
            if (assignment.partition() != partition) continue;
            boolean forgottenEnd = assignment.open() && learner.ended();
            if (forgottenEnd) forgottenEnds.add(learner);
            sort(learner, assignment.open() && !forgottenEnd, onTheFeed, perhapsSeen);
        }
        disclosures.put(partition, onTheFeed);
        disclosures.add(partition, perhapsSeen);
        suppress(partition, forgottenEnds, exported);
        parkedBeginAnew(partition);
        return new Recovered(owner, orphans, forgottenEnds.size());
    }

    private static void sort(
            Published.OfLearner learner, boolean open, List<Disclosure> onTheFeed, List<Disclosure> perhapsSeen) {
        Set<EventId> all = new HashSet<>(learner.committed());
        all.addAll(learner.seen());
        for (EventId event : all) {
            Disclosure.Key key = new Disclosure.Key(learner.ref(), event);
            if (open && learner.committed().contains(event))
                onTheFeed.add(new Disclosure(learner.portal(), key, Disclosure.Source.ON_THE_FEED));
            else perhapsSeen.add(new Disclosure(learner.portal(), key, Disclosure.Source.PERHAPS_SEEN));
        }
    }

    private List<Outgoing> takenBack(Published.OfLearner learner, int partition) {
        Set<EventId> all = new HashSet<>(learner.committed());
        all.addAll(learner.seen());
        List<Outgoing> outgoing = new ArrayList<>();
        for (EventId event : all) outgoing.add(new Outgoing.Retraction(learner.portal(), learner.ref(), event));
        outgoing.add(new Outgoing.Ended(
                learner.portal(), learner.ref(), policies.policies(partition).at(Long.MAX_VALUE), learner.lastAt(), 0));
        return outgoing;
    }

    private void suppress(int partition, List<Published.OfLearner> ended, long exported) {
        jdbc.sql("""
                        insert into exporter.ended_for_partner (learner_ref, portal_id, partition, exported)
                        select r, p, ?, ? from unnest(?::uuid[], ?::text[]) as e (r, p) on conflict do nothing""")
                .params(
                        partition,
                        exported,
                        Sql.array(ended, Published.OfLearner::ref),
                        Sql.array(ended, Published.OfLearner::portal))
                .update();
    }

    // what stood in the feed is in the ledger now, so reading everything again repeats nothing
    private void parkedBeginAnew(int partition) {
        jdbc.sql("""
                        update exporter.parked
                        set log_offset = 0, sequence = 0, retracted_up_to = null, round = nextval('exporter.round')
                        where partition = ?""").params(partition).update();
    }
}

package io.corporateportals.testbed.simulation;

import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.testbed.simulation.broker.FeedReader;
import io.corporateportals.testbed.simulation.scheduling.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reader of feeds, who keeps what they say and objects to what must not come. */
final class Partner {
    private final String isolation;
    private final Map<LearnerRef, Keeping> all = new HashMap<>();

    Partner(String isolation) {
        this.isolation = isolation;
    }

    /**
     * What is held of one learner in the end.
     *
     * @param nulls events that were taken back
     */
    record Held(Set<EventId> live, Set<EventId> nulls, Outgoing.@Nullable Learner learner, boolean ended) {}

    private static final class Keeping {
        private final Set<EventId> live = new HashSet<>();
        private final Set<EventId> nulls = new HashSet<>();
        private final Map<EventId, Integer> values = new HashMap<>();
        private Outgoing.@Nullable Learner learner;
        private int learners;
        private int ends;
    }

    void reads(Outgoing outgoing) {
        LearnerRef ref = FeedReader.ref(outgoing);
        Keeping keeping = all.computeIfAbsent(ref, key -> new Keeping());
        boolean isValue = outgoing instanceof Outgoing.Learner || outgoing instanceof Outgoing.Entry;
        if (isValue && keeping.ends > 0)
            throw new Violation("I1 " + ref + ": a value after SharingEnded, " + isolation);
        if (outgoing instanceof Outgoing.Learner learner) {
            keeping.learner = learner;
            keeping.learners++;
        } else if (outgoing instanceof Outgoing.Entry entry) {
            if (keeping.learners == 0)
                throw new Violation("I1 " + ref + ": an entry before SharedLearner, " + isolation);
            keeping.live.add(entry.event());
            keeping.values.merge(entry.event(), 1, Integer::sum);
        } else if (outgoing instanceof Outgoing.Retraction retraction) {
            keeping.live.remove(retraction.event());
            keeping.nulls.add(retraction.event());
        } else {
            keeping.learner = null;
            keeping.ends++;
        }
    }

    Held heldOf(LearnerRef ref) {
        Keeping keeping = all.getOrDefault(ref, new Keeping());
        return new Held(keeping.live, keeping.nulls, keeping.learner, keeping.ends > 0);
    }

    /** I3 for entries. */
    void holdsEachOnce() {
        all.forEach((ref, keeping) -> keeping.values.forEach((event, times) -> {
            if (times > 1) throw new Violation("I3 " + ref + "/" + event + ": " + times + " times");
        }));
    }

    /** I3 for what is told of learners: not more often than there was something to tell. */
    void isToldOnce(List<List<AssignmentChange>> changes) {
        Map<LearnerRef, Integer> told = new HashMap<>();
        for (List<AssignmentChange> some : changes)
            for (AssignmentChange change : some)
                if (change.kind() != AssignmentChange.Kind.ENDED)
                    told.merge(new LearnerRef(change.assignment().id().value()), 1, Integer::sum);
        all.forEach((ref, keeping) -> {
            if (keeping.ends > 1 || keeping.learners > told.getOrDefault(ref, 0))
                throw new Violation("I3 " + ref + ": told again");
        });
    }
}

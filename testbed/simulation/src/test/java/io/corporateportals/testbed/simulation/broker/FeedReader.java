package io.corporateportals.testbed.simulation.broker;

import io.corporateportals.exporter.application.Publications;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads all feeds as a read_uncommitted and as a read_committed reader. */
public final class FeedReader implements Publications {
    private final Kafka kafka;
    private final Scheduler scheduler;
    private final Conduct conduct;

    public FeedReader(Kafka kafka, Scheduler scheduler, Conduct conduct) {
        this.kafka = kafka;
        this.scheduler = scheduler;
        this.conduct = conduct;
    }

    private final class Found {
        private final PortalId portal;
        private final LearnerRef ref;
        private final Set<EventId> committed = new HashSet<>();
        private final Set<EventId> seen = new HashSet<>();
        private boolean committedLearner;
        private boolean seenLearner;
        private boolean ended;

        private Found(PortalId portal, LearnerRef ref) {
            this.portal = portal;
            this.ref = ref;
        }

        private void see(Outgoing outgoing) {
            if (outgoing instanceof Outgoing.Learner) seenLearner = true;
            if (outgoing instanceof Outgoing.Entry entry) seen.add(entry.event());
            if (outgoing instanceof Outgoing.Retraction retraction) {
                seen.remove(retraction.event());
                ended |= conduct.nullsTellOfEnds();
            }
            if (outgoing instanceof Outgoing.Ended) {
                seenLearner = false;
                ended = true;
            }
        }

        private void seeCommitted(Outgoing outgoing) {
            if (outgoing instanceof Outgoing.Learner) committedLearner = true;
            if (outgoing instanceof Outgoing.Entry entry) committed.add(entry.event());
            if (outgoing instanceof Outgoing.Retraction retraction) committed.remove(retraction.event());
            if (outgoing instanceof Outgoing.Ended) committedLearner = false;
        }

        private Published.OfLearner published() {
            boolean visible = committedLearner || seenLearner || !committed.isEmpty() || !seen.isEmpty();
            return new Published.OfLearner(portal, ref, committed, seen, ended, visible, Instant.EPOCH);
        }
    }

    @Override
    public Published read(UnaryOperator<Set<LearnerRef>> concerned) {
        scheduler.step("read the feeds, uncommitted");
        Map<String, List<FeedRecord>> toTheEnds = new LinkedHashMap<>();
        kafka.feeds().forEach((portal, records) -> toTheEnds.put(portal, List.copyOf(records)));
        Map<LearnerRef, Found> found = new LinkedHashMap<>();
        toTheEnds
                .values()
                .forEach(records ->
                        records.forEach(record -> of(found, record.outgoing()).see(record.outgoing())));
        scheduler.step("read the feeds, committed");
        for (List<FeedRecord> records : toTheEnds.values())
            scheduler.await(() ->
                    records.stream().noneMatch(record -> record.transaction().isOpen()));
        toTheEnds
                .values()
                .forEach(records -> records.stream()
                        .filter(record -> record.transaction().isCommitted())
                        .forEach(record -> of(found, record.outgoing()).seeCommitted(record.outgoing())));
        Set<LearnerRef> kept = concerned.apply(found.keySet());
        return new Published(found.values().stream()
                .filter(one -> kept.contains(one.ref))
                .map(Found::published)
                .toList());
    }

    private Found of(Map<LearnerRef, Found> found, Outgoing outgoing) {
        LearnerRef ref = ref(outgoing);
        return found.computeIfAbsent(ref, key -> new Found(outgoing.portal(), key));
    }

    /** Whom a record is about. */
    public static LearnerRef ref(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Learner learner) return learner.ref();
        if (outgoing instanceof Outgoing.Entry entry) return entry.ref();
        if (outgoing instanceof Outgoing.Retraction retraction) return retraction.ref();
        return ((Outgoing.Ended) outgoing).ref();
    }
}

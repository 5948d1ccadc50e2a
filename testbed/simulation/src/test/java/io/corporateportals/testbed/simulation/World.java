package io.corporateportals.testbed.simulation;

import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Limits;
import io.corporateportals.testbed.simulation.ExporterInstance.VirtualClock;
import io.corporateportals.testbed.simulation.broker.Kafka;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.scheduling.AnswerLost;
import io.corporateportals.testbed.simulation.scheduling.Chance;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import io.corporateportals.testbed.simulation.scheduling.Violation;
import io.corporateportals.testbed.simulation.script.LmsEvent;
import io.corporateportals.testbed.simulation.script.PortalRecord;
import io.corporateportals.testbed.simulation.script.Script;
import io.corporateportals.testbed.simulation.script.Truth;
import io.corporateportals.testbed.simulation.store.Postgres;
import io.corporateportals.testbed.simulation.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.TransactionException;

/** Everything there is in one schedule. */
final class World {
    final Chance chance;
    final Scheduler scheduler;
    final Conduct conduct;
    final Script script;
    final Tables tables;
    final Postgres postgres;
    final Kafka kafka;
    final Truth truth = new Truth();
    final VirtualClock clock = new VirtualClock();
    final List<PortalRecord> portalLog = new ArrayList<>();
    final Exporters exporters;
    final Limits limits;

    World(Chance chance, Scheduler scheduler, Conduct conduct) {
        this.chance = chance;
        this.scheduler = scheduler;
        this.conduct = conduct;
        this.script = Script.drawn(chance);
        this.limits = chance.in(0.5) ? new Limits(1000, 10000) : new Limits(chance.between(1, 3), chance.between(1, 3));
        this.tables = new Tables(script.partitions());
        this.postgres = new Postgres(scheduler, tables);
        this.kafka = new Kafka(scheduler, script.partitions());
        this.exporters = new Exporters(this);
    }

    long portalOffset() {
        return tables.portalProgress;
    }

    void append(LmsEvent event) {
        long offset = kafka.append(event);
        truth.reads(event, offset);
        scheduler.note(() -> "the LMS appends " + event + " at " + event.partition() + "/" + offset);
    }

    void append(PortalRecord record) {
        portalLog.add(record);
        truth.reads(record);
        scheduler.news();
        scheduler.note(() -> "the LMS appends: " + record);
    }

    /** A fault that the simulation itself has planted, or a wrong product has earned. */
    void expect(RuntimeException fault) {
        scheduler.note(() -> "fails: " + fault);
        boolean expected = fault instanceof AnswerLost
                || fault instanceof Postgres.Refused
                || fault instanceof TransactionException;
        if (!expected) throw new Violation("BROKEN: " + fault + " at " + fault.getStackTrace()[0]);
    }

    static Violation stopped(String why) {
        return new Violation("STUCK: a partition has stopped: " + why);
    }

    /** The portals that read the log again. */
    List<String> returning() {
        return tables.feeds.entrySet().stream()
                .filter(feed -> feed.getValue() == Tables.FeedState.RETURNING)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether nothing is left to be done. */
    boolean isAtRest() {
        if (portalOffset() < portalLog.size() || kafka.hasOpenTransactions() || !exporters.areAtRest()) return false;
        if (tables.parts.stream().anyMatch(part -> !part.finished())) return false;
        if (!tables.parked.isEmpty()) return false;
        if (tables.feeds.values().stream().anyMatch(state -> state != Tables.FeedState.OPEN)) return false;
        for (int partition = 0; partition < kafka.partitions(); partition++) if (!isAtRest(partition)) return false;
        return true;
    }

    private boolean isAtRest(int partition) {
        long end = kafka.log(partition).size();
        Standing standing = kafka.committed(partition);
        return tables.progress.get(partition).nextOffset() >= end
                && standing != null
                && standing.main().offset() == end
                && standing.main().cursor().sequence() >= tables.sequence(partition);
    }
}

package io.corporateportals.testbed.simulation;

import io.corporateportals.exporter.application.Clients;
import io.corporateportals.exporter.application.FeedKeeper;
import io.corporateportals.exporter.application.FeedTopics;
import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Log;
import io.corporateportals.exporter.application.Observer;
import io.corporateportals.exporter.application.Pace;
import io.corporateportals.exporter.application.PartitionLoop;
import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.exporter.application.Recovery;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.application.Tenure;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.DropReason;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.testbed.simulation.broker.FeedReader;
import io.corporateportals.testbed.simulation.broker.FeedWriter;
import io.corporateportals.testbed.simulation.broker.LogReader;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.scheduling.Actor;
import io.corporateportals.testbed.simulation.store.ExporterStore;
import io.corporateportals.testbed.simulation.store.FeedRows;
import io.corporateportals.testbed.simulation.store.ParkedRows;
import io.corporateportals.testbed.simulation.store.SnapshotReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exporter of one partition on one instance, from when the group gave it the partition until it is told otherwise. */
final class ExporterInstance implements Runnable, Tenure, Clients, LogReader.Moments {
    private static final FeedKeeper.Times NO_HEARTBEATS =
            new FeedKeeper.Times(Duration.ofHours(3), Duration.ofMinutes(1), Clock.systemUTC());

    final int instance;
    final int partition;
    final FeedKeeper keeper;
    private final World world;
    private final ExporterStore store;
    private final ParkedRows parked;
    private final PartitionStates states;
    private @Nullable FeedWriter writer;
    private boolean told;
    /** Whether the group's coordinator still takes offsets from it. */
    boolean member = true;

    @Nullable
    Actor actor;

    ExporterInstance(World world, int instance, int partition) {
        this.world = world;
        this.instance = instance;
        this.partition = partition;
        this.states = new PartitionStates(world.clock);
        this.store = new ExporterStore(world.postgres, world.conduct, this);
        this.parked = new ParkedRows(world.postgres, world.conduct);
        this.keeper = new FeedKeeper(new FeedRows(world.postgres), new Topics(), parked, NO_HEARTBEATS);
    }

    @Override
    public void run() {
        Pace pace = new Pace(world.limits, Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(3));
        PartitionLoop.Surroundings surroundings = new PartitionLoop.Surroundings(
                store,
                parked,
                keeper,
                new Recovery(store, new FeedReader(world.kafka, world.scheduler, world.conduct), store, pace),
                this,
                new Unobserved(),
                states,
                pace,
                world.clock);
        new PartitionLoop(partition, this, surroundings).run();
        PartitionStates.State last = states.all().get(partition);
        if (last instanceof PartitionStates.Stopped stopped) throw World.stopped(stopped.why());
    }

    /** The partition is somebody else's now. */
    void tell() {
        told = true;
    }

    /** Whether it has seen everything that PostgreSQL holds. */
    boolean isUpToDate() {
        return store.isUpToDate();
    }

    @Override
    public boolean holds() {
        return !told;
    }

    @Override
    public boolean confirmed() {
        world.scheduler.step("hear from the group");
        if (!world.exporters.isOwner(this)) told = true;
        return !told;
    }

    @Override
    public void pause(Duration atMost) {
        world.clock.passes(atMost.multipliedBy(4));
        world.scheduler.step("rest");
        world.scheduler.idle();
    }

    @Override
    public Log log(int of) {
        return new LogReader(world.kafka, world.scheduler, world.chance, of, this);
    }

    @Override
    public Feeds feeds(int of) {
        FeedWriter opened = new FeedWriter(
                world.kafka, world.scheduler, world.conduct, instance, of, () -> member, () -> store.listLate(of));
        writer = opened;
        return opened;
    }

    @Override
    public void polls(long logEnd) {
        world.conduct.polls(
                this,
                () -> new Conduct.Early(
                        world.tables.progress.get(partition).nextOffset(),
                        new SnapshotReader(world.tables).open(partition)),
                logEnd);
    }

    @Override
    public @Nullable Standing hasRead(@Nullable Standing committed) {
        if (!world.conduct.fencesFirst() && writer != null) writer.initialise();
        if (committed == null || world.conduct.cursorGoesWithOffset()) return committed;
        Cursor cursor = world.tables.cursors.getOrDefault(partition, Cursor.START);
        return new Standing(
                new Position(committed.main().offset(), cursor),
                committed.catchUp(),
                committed.batch(),
                committed.incarnation());
    }

    @Override
    public String toString() {
        return "exporter " + instance + " of " + partition;
    }

    private static final class Unobserved implements Observer {
        @Override
        public void shared(int entries) {}

        @Override
        public void retracted(int entries) {}

        @Override
        public void dropped(Map<DropReason, Integer> records) {}

        @Override
        public void endTold(Instant appendedAt) {}
    }

    private static final class Topics implements FeedTopics {
        @Override
        public String make(PortalId portal) {
            return portal.value();
        }

        @Override
        public Map<PortalId, String> ids(Set<PortalId> portals) {
            Map<PortalId, String> ids = new HashMap<>();
            for (PortalId portal : portals) ids.put(portal, portal.value());
            return ids;
        }

        @Override
        public boolean isEmpty(PortalId portal) {
            return false;
        }

        @Override
        public Map<PortalId, Missed> beat(Set<PortalId> portals) {
            return Map.of();
        }
    }

    /** A clock that goes only when somebody waits. */
    static final class VirtualClock extends java.time.Clock {
        private Instant now = Instant.parse("2026-06-01T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public java.time.Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}

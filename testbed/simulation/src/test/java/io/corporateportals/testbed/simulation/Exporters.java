package io.corporateportals.testbed.simulation;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.testbed.simulation.store.Tables.Asked;
import io.corporateportals.testbed.simulation.store.Tables.FeedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exporters' consumer group: who has which partition, who had it and does not know yet. */
final class Exporters {
    private static final int INSTANCES = 2;

    private final World world;
    private final @Nullable ExporterInstance[] owners;
    private final List<ExporterInstance> former = new ArrayList<>();

    Exporters(World world) {
        this.world = world;
        this.owners = new ExporterInstance[world.script.partitions()];
    }

    boolean isOwner(ExporterInstance instance) {
        return owners[instance.partition] == instance;
    }

    /** Partitions that nobody serves get an owner. */
    void assign() {
        for (int partition = 0; partition < owners.length; partition++) {
            ExporterInstance owner = owners[partition];
            if (owner == null || isDead(owner)) give(partition, world.chance.below(INSTANCES));
        }
    }

    private void give(int partition, int instance) {
        ExporterInstance next = new ExporterInstance(world, instance, partition);
        world.scheduler.note(() -> "the group gives the partition to " + next);
        next.actor = world.scheduler.start(next.toString(), next, () -> {});
        owners[partition] = next;
    }

    /** A partition goes to the other instance; the one that had it is told at once, or later. */
    void move(int partition) {
        ExporterInstance owner = owners[partition];
        if (owner == null || isDead(owner)) return;
        former.add(owner);
        boolean isTold = world.chance.in(0.4);
        if (isTold) owner.tell();
        else owner.member = world.chance.in(0.3);
        give(partition, 1 - owner.instance);
    }

    /** Partitions of those who stand still for long go to the other instance. */
    void moveFromPaused() {
        for (int partition = 0; partition < owners.length; partition++) {
            ExporterInstance owner = owners[partition];
            boolean isPaused = owner != null && owner.actor != null && world.scheduler.isPaused(owner.actor);
            if (isPaused && world.chance.in(0.3)) move(partition);
        }
    }

    /** Whoever has lost its partition hears of it. */
    void tellFormer() {
        for (ExporterInstance one : former) one.tell();
        former.removeIf(Exporters::isDead);
    }

    /** Whether nobody but the owners is left, and they have looked at everything. */
    boolean areAtRest() {
        for (ExporterInstance one : former) if (!isDead(one)) return false;
        for (ExporterInstance owner : owners) if (owner == null || isDead(owner) || !owner.isUpToDate()) return false;
        return true;
    }

    /** Portals whose feeds were given up come back. */
    void bringBack() {
        ExporterInstance any = owners[0];
        if (any == null) return;
        for (Map.Entry<String, FeedState> feed : List.copyOf(world.tables.feeds.entrySet()))
            if (feed.getValue() == FeedState.PARKED) any.keeper.bringBack(new PortalId(feed.getKey()));
    }

    /** What was asked is allowed. */
    void allowRecovery() {
        if (world.tables.asked.values().stream().allMatch(Asked::allowed)) return;
        world.scheduler.note("a person allows the recovery");
        world.tables.asked.replaceAll((partition, asked) -> new Asked(asked.doubt(), true));
        world.scheduler.news();
    }

    private static boolean isDead(ExporterInstance instance) {
        return instance.actor != null && instance.actor.isDead();
    }
}

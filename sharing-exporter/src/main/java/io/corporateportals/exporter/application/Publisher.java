package io.corporateportals.exporter.application;

import io.corporateportals.exporter.application.Recovery.Taken;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.PortalId;
import java.util.Set;

/** Lists and publishes for one owner of a partition, and knows where that stands. */
final class Publisher {
    private final PartitionLoop.Surroundings world;
    private final UnwritableFeeds unwritable;
    private final Feeds feeds;
    private Ownership owner;
    private Standing standing;
    private long noted;

    Publisher(PartitionLoop.Surroundings world, UnwritableFeeds unwritable, Feeds feeds, Taken taken) {
        this.world = world;
        this.unwritable = unwritable;
        this.feeds = feeds;
        this.owner = taken.owner();
        this.standing = taken.standing();
    }

    Ownership owner() {
        return owner;
    }

    Standing standing() {
        return standing;
    }

    /** Lists what is to be published. */
    Plan list(Look look) {
        Listed listed = world.ledger().list(owner, look);
        noted = owner.confirmed();
        owner = listed.owner();
        return listed.plan();
    }

    /** Publishes what was listed last, and stands at {@code next}; {@code records} are those that it came from. */
    void publish(Plan plan, Standing next, Upcoming records) {
        Set<PortalId> portals = plan.portals();
        world.keeper().make(portals);
        feeds.publish(plan.outgoing(), next);
        standing = next;
        owner = owner.confirming(next);
        unwritable.worked(portals);
        observe(plan, records);
    }

    /** There is nothing to list for now: PostgreSQL is to know of the last that was published, too. */
    void rest() {
        if (noted == owner.confirmed()) return;
        world.ledger().confirm(owner);
        noted = owner.confirmed();
    }

    /** The portal is served as all others; what went wrong with its feed before is over. */
    void returned(PortalId portal) {
        unwritable.worked(Set.of(portal));
        nobodyReturns();
    }

    /** No portal is on its way back. */
    void nobodyReturns() {
        standing = standing.catchingUp(null, owner);
    }

    private void observe(Plan plan, Upcoming records) {
        int shared = 0;
        int retracted = 0;
        for (Outgoing outgoing : plan.outgoing()) {
            if (outgoing instanceof Outgoing.Entry) shared++;
            if (outgoing instanceof Outgoing.Retraction) retracted++;
            if (outgoing instanceof Outgoing.Ended ended)
                records.appendedAt(ended.decidedAt()).ifPresent(world.observer()::endTold);
        }
        world.observer().shared(shared);
        world.observer().retracted(retracted);
    }
}

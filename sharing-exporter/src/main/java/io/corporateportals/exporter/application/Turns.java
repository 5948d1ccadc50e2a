package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one owner of a partition does from one taking-over to the next: look, list, publish, for all portals but the parked. */
final class Turns {
    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final Duration UNDECIDED = Duration.ofMillis(20);

    private final int partition;
    private final Tenure tenure;
    private final PartitionLoop.Surroundings world;
    private final Clock steady;
    private final UnwritableFeeds unwritable;
    private final Upcoming upcoming;
    private final Publisher publisher;
    private final Returning returning;

    Turns(
            Tenure tenure,
            PartitionLoop.Surroundings world,
            UnwritableFeeds unwritable,
            Log learnersLog,
            Publisher publisher) {
        this.partition = publisher.owner().partition();
        this.tenure = tenure;
        this.world = world;
        this.steady = world.steady();
        this.unwritable = unwritable;
        this.upcoming = new Upcoming(learnersLog);
        this.publisher = publisher;
        this.returning = new Returning(world, publisher);
    }

    void run() {
        upcoming.seek(publisher.standing().main().offset(), false);
        long decided = 0;
        try (returning) {
            while (tenure.holds()) {
                List<LogRecord> records = List.of();
                LogUnread unread = null;
                try {
                    records = upcoming.within(
                            returning.isBusy() ? Duration.ZERO : world.pace().lookEvery(), decided);
                } catch (LogUnread e) {
                    // who leaves is known without it
                    unread = e;
                }
                Glance glance = world.ledger().glance(publisher.owner());
                decided = glance.nextOffset();
                if (parksWhatIsHeld(glance) || holdsWhatIsOverdue(glance)) continue;
                look(glance, records);
                if (unread != null) throw unread;
                returning.step(glance);
            }
        }
    }

    private void look(Glance glance, List<LogRecord> records) {
        Standing standing = publisher.standing();
        boolean decided = !records.isEmpty() && records.get(0).offset() < glance.nextOffset();
        boolean told = standing.main().cursor().sequence() >= glance.sequence();
        if (told && !decided) {
            publisher.rest();
            if (returning.isBusy()) world.states().set(partition, new PartitionStates.Running());
            else waitForAssigner(records);
            return;
        }
        Scope scope = new Scope.AllBut(glance.parkedPortals());
        Plan plan = publisher.list(new Look(
                standing.main(), records, scope, Long.MAX_VALUE, world.pace().limits()));
        publisher.publish(plan, standing.at(plan.position(), publisher.owner()), upcoming);
        world.observer().dropped(plan.dropped());
        upcoming.doneBefore(plan.position().offset());
        plan.crowdedBy().ifPresent(this::setAside);
        world.states().set(partition, new PartitionStates.Running());
    }

    // others wait behind it no longer than behind one transaction
    private void setAside(PortalId portal) {
        log.info("partition {}: portal {} is told of beside the others", partition, portal);
        world.parked().setAside(publisher.owner(), portal, publisher.standing().main());
    }

    private void waitForAssigner(List<LogRecord> records) {
        if (records.isEmpty()) {
            world.states().set(partition, new PartitionStates.Running());
            return;
        }
        long offset = records.get(0).offset();
        world.states().waits(partition, offset);
        Instant nextLook = steady.instant().plus(world.pace().lookEvery());
        while (tenure.holds()
                && steady.instant().isBefore(nextLook)
                && world.ledger().nextOffset(partition) <= offset) tenure.pause(UNDECIDED);
    }

    private boolean holdsWhatIsOverdue(Glance glance) {
        // what went wrong before a portal was parked must not park it again when it is back
        unwritable.worked(glance.silent());
        Set<PortalId> overdue = unwritable.overdue();
        for (PortalId portal : overdue) {
            log.error("portal {} is parked: its feed cannot be written", portal);
            world.parked().hold(portal);
        }
        return !overdue.isEmpty();
    }

    private boolean parksWhatIsHeld(Glance glance) {
        Set<PortalId> held = new HashSet<>(glance.held());
        held.removeAll(glance.parkedPortals());
        for (PortalId portal : held)
            world.parked().park(publisher.owner(), portal, publisher.standing().main());
        unwritable.worked(held);
        return !held.isEmpty();
    }
}

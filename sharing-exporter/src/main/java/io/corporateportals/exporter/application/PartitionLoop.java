package io.corporateportals.exporter.application;

import io.corporateportals.exporter.application.Recovery.Taken;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.exporter.model.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exporter of one partition, as long as the partition is this instance's: take it over, then look, list, publish, over
 * and over. After anything but success it trusts nothing that it remembers and takes the partition over again.
 */
public final class PartitionLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PartitionLoop.class);
    private static final Duration UNDECIDED = Duration.ofMillis(20);

    private final int partition;
    private final Tenure tenure;
    private final Surroundings world;
    private final Clock steady;
    private final UnwritableFeeds unwritable = new UnwritableFeeds();

    /**
     * What all loops share.
     *
     * @param steady tells how long something lasts
     */
    public record Surroundings(
            Ledger ledger,
            ParkedFeeds parked,
            FeedKeeper keeper,
            Recovery recovery,
            Clients clients,
            Observer observer,
            PartitionStates states,
            Pace pace,
            Clock steady) {}

    public PartitionLoop(int partition, Tenure tenure, Surroundings world) {
        this.partition = partition;
        this.tenure = tenure;
        this.world = world;
        this.steady = world.steady();
    }

    @Override
    public void run() {
        try (Log learnersLog = world.clients().log(partition);
                Feeds feeds = world.clients().feeds(partition)) {
            while (tenure.holds() && tryOnce(learnersLog, feeds)) {
                tenure.pause(world.pace().retryAfter());
            }
        } catch (RuntimeException e) {
            log.error("partition {} stops: {}", partition, Faults.inWords(e));
            world.states().set(partition, new PartitionStates.Stopped(Faults.inWords(e)));
        } finally {
            if (!(world.states().all().get(partition) instanceof PartitionStates.Stopped))
                world.states().remove(partition);
        }
    }

    /** Returns whether to try again. */
    private boolean tryOnce(Log learnersLog, Feeds feeds) {
        try {
            if (tenure.confirmed()) new Turns(learnersLog, feeds, takeOver(learnersLog, feeds)).run();
            return true;
        } catch (LogIncomplete e) {
            log.error("partition {} stops: {}", partition, e.getMessage());
            world.states().set(partition, new PartitionStates.Stopped(String.valueOf(e.getMessage())));
            return false;
        } catch (RecoveryNeeded e) {
            if (world.states().waitsForPerson(partition, String.valueOf(e.getMessage())))
                log.error("partition {} stands still: {}", partition, e.getMessage());
            return true;
        } catch (FeedsUnwritable e) {
            retry(String.valueOf(e.getMessage()));
            unwritable.failed(e.portals(), steady.instant());
            return true;
        } catch (RuntimeException e) {
            retry(Faults.inWords(e));
            return true;
        }
    }

    private void retry(String why) {
        if (!tenure.holds()) return;
        log.warn("partition {} starts over: {}", partition, why);
        world.states().retries(partition, why);
    }

    /** The fence first, then the ledger, then the committed position: what is read now, nobody else can change. */
    private Taken takeOver(Log learnersLog, Feeds feeds) {
        feeds.fence();
        Ownership owner = world.ledger().own(partition);
        return world.recovery().standing(owner, learnersLog, feeds);
    }

    /** From one taking-over to the next. */
    private final class Turns {
        private final Feeds feeds;
        private final Upcoming upcoming;
        private Ownership owner;
        private Standing standing;

        private Turns(Log learnersLog, Feeds feeds, Taken taken) {
            this.feeds = feeds;
            this.upcoming = new Upcoming(learnersLog);
            this.owner = taken.owner();
            this.standing = taken.standing();
            upcoming.seek(standing.main().offset(), false);
        }

        private void run() {
            try (Returning returning = new Returning()) {
                while (tenure.holds()) {
                    List<LogRecord> records = upcoming.within(
                            returning.isBusy() ? Duration.ZERO : world.pace().lookEvery());
                    Glance glance = world.ledger().glance(owner);
                    if (parksWhatIsHeld(glance) || holdsWhatIsOverdue(glance)) continue;
                    look(glance, records);
                    returning.step(glance);
                }
            }
        }

        private void look(Glance glance, List<LogRecord> records) {
            boolean decided = !records.isEmpty() && records.get(0).offset() < glance.nextOffset();
            boolean told = standing.main().cursor().sequence() >= glance.sequence();
            if (told && !decided) {
                waitForAssigner(records);
                return;
            }
            Scope scope = new Scope.AllBut(
                    glance.parked().stream().map(Parked::portal).collect(Collectors.toSet()));
            Listed listed = world.ledger()
                    .list(
                            owner,
                            new Look(
                                    standing.main(),
                                    records,
                                    scope,
                                    Long.MAX_VALUE,
                                    world.pace().limits()));
            owner = listed.owner();
            publish(listed.plan(), standing.at(listed.plan().position(), owner));
            world.observer().dropped(listed.plan().dropped());
            upcoming.doneBefore(standing.main().offset());
            world.states().set(partition, new PartitionStates.Running());
        }

        private void waitForAssigner(List<LogRecord> records) {
            if (records.isEmpty()) {
                world.states().set(partition, new PartitionStates.Running());
            } else {
                long offset = records.get(0).offset();
                world.states().waits(partition, offset);
                Instant nextLook = steady.instant().plus(world.pace().lookEvery());
                while (tenure.holds()
                        && steady.instant().isBefore(nextLook)
                        && world.ledger().nextOffset(partition) <= offset) tenure.pause(UNDECIDED);
            }
        }

        private void publish(Plan plan, Standing next) {
            Set<PortalId> portals = plan.portals();
            world.keeper().make(portals);
            feeds.publish(plan.outgoing(), next);
            standing = next;
            unwritable.worked(portals);
            observe(plan);
        }

        private void observe(Plan plan) {
            int shared = 0;
            int retracted = 0;
            for (Outgoing outgoing : plan.outgoing()) {
                if (outgoing instanceof Outgoing.Entry) shared++;
                if (outgoing instanceof Outgoing.Retraction) retracted++;
                if (outgoing instanceof Outgoing.Ended ended) {
                    Optional<Instant> appended = upcoming.appendedAt(ended.decidedAt());
                    appended.ifPresent(world.observer()::endTold);
                }
            }
            world.observer().shared(shared);
            world.observer().retracted(retracted);
        }

        private boolean holdsWhatIsOverdue(Glance glance) {
            // what went wrong before a portal was parked must not park it again when it is back
            unwritable.worked(parkedIn(glance));
            Set<PortalId> overdue = unwritable.overdue(world.pace().parkAfter(), steady.instant());
            for (PortalId portal : overdue) {
                log.error("portal {} is parked: its feed cannot be written", portal);
                world.parked().hold(portal);
            }
            return !overdue.isEmpty();
        }

        private boolean parksWhatIsHeld(Glance glance) {
            Set<PortalId> held = new HashSet<>(glance.held());
            held.removeAll(parkedIn(glance));
            for (PortalId portal : held) world.parked().park(owner, portal, standing.main());
            unwritable.worked(held);
            return !held.isEmpty();
        }

        private Set<PortalId> parkedIn(Glance glance) {
            return glance.parked().stream().map(Parked::portal).collect(Collectors.toSet());
        }

        /** A parked portal reads the log again, through the same gate, up to where the partition stands. */
        private final class Returning implements AutoCloseable {
            private @Nullable Log again;
            private @Nullable Upcoming its;

            private boolean isBusy() {
                return its != null;
            }

            private void step(Glance glance) {
                CatchUp current = current(glance);
                if (current == null) {
                    if (standing.catchUp() != null) standing = standing.catchingUp(null, owner);
                    close();
                    return;
                }
                Position main = standing.main();
                Upcoming records = records(current);
                List<LogRecord> missed = records.within(world.pace().lookEvery()).stream()
                        .filter(record -> record.offset() < main.offset())
                        .toList();
                Listed listed = world.ledger()
                        .list(
                                owner,
                                new Look(
                                        current.position(),
                                        missed,
                                        new Scope.Only(current.portal()),
                                        main.cursor().sequence(),
                                        world.pace().limits()));
                owner = listed.owner();
                Position position = listed.plan().position();
                records.doneBefore(position.offset());
                boolean told = position.cursor().sequence() == main.cursor().sequence();
                boolean read = told && records.next() >= main.offset();
                if (read) position = new Position(main.offset(), position.cursor());
                CatchUp next = new CatchUp(current.portal(), current.round(), position);
                publish(listed.plan(), standing.catchingUp(next, owner));
                if (read) finish(current.portal());
            }

            private void finish(PortalId portal) {
                world.parked().unpark(owner, portal);
                log.info("partition {}: portal {} has returned", partition, portal);
                standing = standing.catchingUp(null, owner);
                close();
            }

            private @Nullable CatchUp current(Glance glance) {
                CatchUp begun = standing.catchUp();
                @Nullable CatchUp first = null;
                for (Parked parked : glance.parked()) {
                    if (!parked.returning()) continue;
                    boolean same =
                            begun != null && begun.portal().equals(parked.portal()) && begun.round() == parked.round();
                    if (same) return begun;
                    if (first == null) first = new CatchUp(parked.portal(), parked.round(), parked.from());
                }
                close();
                return first;
            }

            private Upcoming records(CatchUp current) {
                if (its != null) return its;
                Log opened = world.clients().log(partition);
                again = opened;
                Upcoming fresh = new Upcoming(opened);
                fresh.seek(current.position().offset(), true);
                its = fresh;
                return fresh;
            }

            @Override
            public void close() {
                if (again != null) again.close();
                again = null;
                its = null;
            }
        }
    }
}

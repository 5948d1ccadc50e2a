package io.corporateportals.exporter.application;

import io.corporateportals.exporter.application.Recovery.Taken;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exporter of one partition, as long as the partition is this instance's: take it over, then take turns. After
 * anything but success it trusts nothing that it remembers and takes the partition over again.
 */
public final class PartitionLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(PartitionLoop.class);

    private final int partition;
    private final Tenure tenure;
    private final Surroundings world;
    private final Clock steady;
    private final UnwritableFeeds unwritable;

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
        this.unwritable = new UnwritableFeeds(world.pace().parkAfter());
    }

    @Override
    public void run() {
        try {
            while (tenure.holds() && serve()) tenure.pause(world.pace().retryAfter());
        } catch (Error e) {
            // who runs this begins it anew, and health must not look as if nothing were
            if (tenure.holds()) world.states().retries(partition, Faults.inWords(e));
            throw e;
        } finally {
            if (!tenure.holds() && !(world.states().all().get(partition) instanceof PartitionStates.Stopped))
                world.states().remove(partition);
        }
    }

    /** Returns whether to try again, with other clients. */
    private boolean serve() {
        try (Log learnersLog = world.clients().log(partition);
                Feeds feeds = world.clients().feeds(partition)) {
            while (tenure.holds() && tryOnce(learnersLog, feeds))
                tenure.pause(world.pace().retryAfter());
            return false;
        } catch (RuntimeException e) {
            retry(Faults.inWords(e));
            return true;
        }
    }

    /** Returns whether to try again. */
    private boolean tryOnce(Log learnersLog, Feeds feeds) {
        try {
            if (tenure.confirmed()) {
                Publisher publisher = new Publisher(world, unwritable, feeds, takeOver(learnersLog, feeds));
                new Turns(tenure, world, unwritable, learnersLog, publisher).run();
            }
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
}

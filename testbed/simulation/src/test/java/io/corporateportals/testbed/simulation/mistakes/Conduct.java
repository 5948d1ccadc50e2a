package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import java.util.Map;
import java.util.function.Supplier;

/** What the simulated servers make of the services' requests: what was asked for. A {@link Mistake} overrides one of these. */
public class Conduct {
    /** What PostgreSQL held at an earlier moment. */
    public record Early(long nextOffset, Map<UserId, OpenAssignment> open) {}

    /**
     * An exporter is about to poll.
     *
     * @param now what PostgreSQL holds then
     */
    public void polls(Object exporter, Supplier<Early> now, long logEnd) {}

    /** Up to where an exporter takes records for decided. */
    public long decidedUpTo(Object exporter, long nextOffset) {
        return nextOffset;
    }

    /** What an exporter plans from. */
    public Snapshot sees(Object exporter, Snapshot snapshot) {
        return snapshot;
    }

    /**
     * What an exporter goes by.
     *
     * @param profiles name and address of everyone, as they are now
     */
    public Plan plans(Plan plan, Snapshot snapshot, Map<UserId, Profile> profiles) {
        return plan;
    }

    /** A learner's name and address. */
    public record Profile(String name, String email) {
        @Override
        public String toString() {
            return "Profile";
        }
    }

    /** Whether the ledger refuses a writer who is not the owner any more. */
    public boolean ledgerIsFenced() {
        return true;
    }

    /** Whether the ledger is written before the feeds. */
    public boolean ledgerComesFirst() {
        return true;
    }

    /** Whether the feeds' records and the offset become visible together. */
    public boolean isTransactional() {
        return true;
    }

    /** The transactional id. */
    public String producer(int instance, int partition) {
        return "partition-" + partition;
    }

    /** Whether others are shut out before the committed position is read. */
    public boolean fencesFirst() {
        return true;
    }

    /** Whether the cursor is committed with the offset. */
    public boolean cursorGoesWithOffset() {
        return true;
    }

    /** Whether an older position of the group is told from its last. */
    public boolean noticesOldPositions() {
        return true;
    }

    /** Whether a portal that is not held any more is not parked either. */
    public boolean parksOnlyWhatIsHeld() {
        return true;
    }

    /** Whether recovery knows by what was taken back that something has ended. */
    public boolean nullsTellOfEnds() {
        return true;
    }

    /** Whether the portals' log is read again where PostgreSQL has lost what was read. */
    public boolean portalsGoBack() {
        return true;
    }

    /** Whether a back-fill decides under the partition's lock. */
    public boolean backFillLocks() {
        return true;
    }

    /** Whether a back-fill knows the portals' hosts, as events do. */
    public boolean backFillMatchesAsEvents() {
        return true;
    }

    /** Whether portals are read after the lock is taken. */
    public boolean portalsAreFresh() {
        return true;
    }

    /** Whether a finished back-fill leaves alone what another event has asked for since. */
    public boolean backFillsAreApart() {
        return true;
    }

    /** Whether an instance believes the progress under the lock, and not what it remembers. */
    public boolean progressIsReadUnderTheLock() {
        return true;
    }
}

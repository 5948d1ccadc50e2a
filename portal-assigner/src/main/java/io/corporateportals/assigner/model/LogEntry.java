package io.corporateportals.assigner.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record of a partition is to the assigner. */
public sealed interface LogEntry {
    /** Where it stands in its partition. */
    long offset();

    /**
     * Who a learner is.
     *
     * @param saidAt where the record stood first: its own offset, unless it is replayed from the dead letters; {@link
     *     Heard#NOWHERE} if it stood in another partition, whose order says nothing about this learner
     */
    record OfIdentity(long offset, long saidAt, IdentityEvent event) implements LogEntry {
        /** A record that stands where it stood first. */
        public OfIdentity(long offset, IdentityEvent event) {
            this(offset, offset, event);
        }

        boolean isReplayed() {
            return saidAt < offset;
        }
    }

    /** What a learner did; it decides nothing. */
    record OfActivity(long offset) implements LogEntry {}

    /** A type of record that came later than this build. */
    record OfUnknownType(long offset) implements LogEntry {}

    /**
     * A record that cannot be read.
     *
     * @param rejection why
     * @param home whose assignment must end, for it may tell who the learner is; null: it is known not to, or its key
     *     names nobody
     */
    record Unreadable(
            long offset, Rejection rejection, @Nullable Home home) implements LogEntry {}

    /**
     * The learner whom a key names.
     *
     * @param partition the learner's own, which is not the record's where that was sent to a wrong one
     * @param saidAt where the record stood first, in the partition that it lies in
     * @param at the record's own time, for want of the event's
     */
    record Home(UserId user, int partition, long saidAt, Instant at) {}
}

package io.corporateportals.assigner.model;

import java.time.Instant;

/** What a record of a partition is to the assigner. */
public sealed interface LogEntry {
    /** Where in the partition whose progress is being decided. */
    long offset();

    /** Who a learner is. */
    record OfIdentity(long offset, IdentityEvent event) implements LogEntry {}

    /** What a learner did; it decides nothing. */
    record OfActivity(long offset, UserId user) implements LogEntry {}

    /**
     * Perhaps who a learner is, but it cannot be read: fail closed.
     *
     * @param user whom its key names
     * @param at the record's own time, for want of the event's
     */
    record Unreadable(long offset, UserId user, Instant at) implements LogEntry {}
}

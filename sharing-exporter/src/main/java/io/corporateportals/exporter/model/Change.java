package io.corporateportals.exporter.model;

import java.time.Instant;

/**
 * What became of an assignment, as the assigner decided it.
 *
 * @param sequence the change's number in its partition, without gaps
 * @param shared whether anything of the assignment may go to the employer
 * @param offset where in the log it was decided
 * @param occurredAt when the event that led to it happened
 */
public record Change(
        long sequence,
        Kind kind,
        LearnerRef ref,
        UserId user,
        PortalId portal,
        boolean shared,
        long offset,
        Instant occurredAt) {
    /** The three things that can become of an assignment. */
    public enum Kind {
        STARTED,
        REFRESHED,
        ENDED
    }
}

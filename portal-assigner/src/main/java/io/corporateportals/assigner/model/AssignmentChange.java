package io.corporateportals.assigner.model;

import java.time.Instant;

/**
 * What became of an assignment.
 *
 * @param offset where in the learner's partition: records at or after it belong to an assignment that starts there
 * @param occurredAt when the event that led to it happened, never the wall clock
 */
public record AssignmentChange(Kind kind, Assignment assignment, long offset, Instant occurredAt) {
    /** The three things that can become of an assignment. */
    public enum Kind {
        STARTED,
        REFRESHED,
        ENDED
    }
}

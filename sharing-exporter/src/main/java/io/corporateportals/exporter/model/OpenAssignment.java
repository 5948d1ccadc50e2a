package io.corporateportals.exporter.model;

import java.time.Instant;

/**
 * An assignment that is open and shared in the snapshot, with the learner as he is now.
 *
 * @param startOffset records at or after it belong to the assignment
 * @param startedAt when the event that began it happened
 */
public record OpenAssignment(
        LearnerRef ref, UserId user, PortalId portal, long startOffset, Instant startedAt, String name, String email) {
    /** Without name and address. */
    @Override
    public String toString() {
        return "OpenAssignment[" + ref + " of " + portal + " from " + startOffset + "]";
    }
}

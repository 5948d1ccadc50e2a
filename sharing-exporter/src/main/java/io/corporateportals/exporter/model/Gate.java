package io.corporateportals.exporter.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether something a learner did may go to the employer. It is asked about records only that the assigner has decided
 * past, with assignments of the same snapshot: what is open there was open when the record was written, or is dropped.
 */
final class Gate {
    /** The answer about one record. */
    sealed interface Verdict {}

    /** It goes to the feed of the assignment's portal, under the assignment's id. */
    record Share(OpenAssignment assignment) implements Verdict {}

    /** It stays here. */
    record Drop(DropReason reason) implements Verdict {}

    private Gate() {}

    /**
     * Judges one record.
     *
     * @param assignment the learner's open shared assignment
     * @param listed what the ledger knows of this event under that assignment
     */
    static Verdict judge(
            LogRecord.Did record,
            @Nullable OpenAssignment assignment,
            Disclosure.@Nullable Source listed,
            Scope scope) {
        if (assignment == null) return new Drop(DropReason.NOT_SHARED);
        if (!scope.includes(assignment.portal())) return new Drop(DropReason.PARKED);
        if (record.offset() < assignment.startOffset()) return new Drop(DropReason.BEFORE_ASSIGNMENT);
        if (record.occurredAt().isBefore(assignment.startedAt()))
            return new Drop(DropReason.OCCURRED_BEFORE_ASSIGNMENT);
        if (listed != null && !listed.lets(record.offset())) return new Drop(DropReason.REPEATED);
        return new Share(assignment);
    }
}

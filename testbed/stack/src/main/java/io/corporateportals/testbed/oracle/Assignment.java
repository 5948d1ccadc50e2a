package io.corporateportals.testbed.oracle;

/**
 * An assignment as it was announced.
 *
 * @param start the first offset of it
 * @param startedAt when the event that led to it happened
 * @param end the first offset that is not of it any more
 * @param endedAt when the event that ended it happened
 */
public record Assignment(
        String id,
        String userId,
        String portalId,
        String basis,
        boolean shared,
        long start,
        long startedAt,
        long end,
        long endedAt) {
    private static final long NEVER = Long.MAX_VALUE;

    static Assignment started(Content content) {
        return new Assignment(
                content.text("assignmentId"),
                content.text("userId"),
                content.text("portalId"),
                content.text("basis"),
                content.flag("shared"),
                content.number("offset"),
                content.number("occurredAt"),
                NEVER,
                NEVER);
    }

    Assignment ended(Content content) {
        return new Assignment(
                id,
                userId,
                portalId,
                basis,
                shared,
                start,
                startedAt,
                content.number("offset"),
                content.number("occurredAt"));
    }

    /** Whether it has ended. */
    public boolean isEnded() {
        return end != NEVER;
    }

    boolean spans(long offset) {
        return start <= offset && offset < end;
    }

    /** Whether what a record tells belongs to it. */
    boolean covers(Logged record, Content content) {
        return spans(record.offset()) && content.number("occurredAt") >= startedAt;
    }
}

package io.corporateportals.testbed.lms.oulad;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A learner's answer to a test.
 *
 * @param score 0 to 100; null: not marked
 */
public record Submission(
        Assessment assessment, LocalDate day, @Nullable Double score) {
    /** The most that can be scored. */
    public static final double MAX_SCORE = 100;

    private static final double PASS = 40;

    /** Whether it was passed; null: not marked. */
    public @Nullable Boolean passed() {
        return score == null ? null : score >= PASS;
    }
}

package io.corporateportals.exporter.model;

import org.jspecify.annotations.Nullable;

/** What a learner did that an employer may be told of. Anything else a learner does stays here. */
public sealed interface Activity {
    /** The learner logged in. */
    record LoggedIn() implements Activity {}

    /** The learner completed a course. */
    record CourseCompleted(String courseId, String courseTitle) implements Activity {}

    /**
     * A test result, also one that corrects an earlier one: each is an entry of its own.
     *
     * @param score points reached, null: not marked
     * @param passed null: not decided
     * @param attempt counted from 1
     */
    record TestResult(
            String testId,
            String testTitle,
            @Nullable String courseId,
            @Nullable Double score,
            @Nullable Double maxScore,
            @Nullable Boolean passed,
            @Nullable Integer attempt)
            implements Activity {}
}

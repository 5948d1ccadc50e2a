package io.corporateportals.exporter.kafka;

import io.corporateportals.exporter.model.Activity;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.feed.ActivityKind;
import io.corporateportals.feed.SharedActivity;
import io.corporateportals.feed.SharedLearner;
import io.corporateportals.feed.SharedTestResult;
import io.corporateportals.feed.SharingEnded;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The feeds' records, as the contract has them. */
final class FeedRecords {
    private FeedRecords() {}

    /** The record's value; null takes back what the key held. */
    static @Nullable SpecificRecord value(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Learner learner) return learner(learner);
        if (outgoing instanceof Outgoing.Entry entry) return entry(entry);
        if (outgoing instanceof Outgoing.Ended ended) return ended(ended);
        return null;
    }

    private static SharedLearner learner(Outgoing.Learner learner) {
        return new SharedLearner(
                learner.portal().value(),
                learner.ref().toString(),
                learner.policyVersion(),
                learner.name(),
                learner.email(),
                learner.sharedSince());
    }

    private static SharingEnded ended(Outgoing.Ended ended) {
        return new SharingEnded(ended.portal().value(), ended.ref().toString(), ended.policyVersion(), ended.endedAt());
    }

    private static SpecificRecord entry(Outgoing.Entry entry) {
        Activity activity = entry.activity();
        if (activity instanceof Activity.CourseCompleted completed)
            return activity(entry, ActivityKind.COURSE_COMPLETED, completed.courseId(), completed.courseTitle());
        if (activity instanceof Activity.TestResult result) return result(entry, result, entry.occurredAt());
        return activity(entry, ActivityKind.LOGGED_IN, null, null);
    }

    private static SharedActivity activity(
            Outgoing.Entry entry, ActivityKind kind, @Nullable String courseId, @Nullable String courseTitle) {
        return SharedActivity.newBuilder()
                .setPortalId(entry.portal().value())
                .setLearnerRef(entry.ref().toString())
                .setPolicyVersion(entry.policyVersion())
                .setKind(kind)
                .setOccurredAt(entry.occurredAt())
                .setCourseId(courseId)
                .setCourseTitle(courseTitle)
                .build();
    }

    private static SharedTestResult result(Outgoing.Entry entry, Activity.TestResult result, Instant occurredAt) {
        return SharedTestResult.newBuilder()
                .setPortalId(entry.portal().value())
                .setLearnerRef(entry.ref().toString())
                .setPolicyVersion(entry.policyVersion())
                .setOccurredAt(occurredAt)
                .setTestId(result.testId())
                .setTestTitle(result.testTitle())
                .setCourseId(result.courseId())
                .setScore(result.score())
                .setMaxScore(result.maxScore())
                .setPassed(result.passed())
                .setAttempt(result.attempt())
                .build();
    }
}

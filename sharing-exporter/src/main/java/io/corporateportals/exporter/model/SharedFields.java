package io.corporateportals.exporter.model;

import java.util.Map;
import java.util.Set;

/**
 * What may be let out: every field of every feed record, and every kind of activity, as the privacy policy names them. The
 * build compares it with the feeds' schemas: a field that is not here cannot get there.
 */
public final class SharedFields {
    /** By record: its fields. */
    public static final Map<String, Set<String>> OF_RECORD = Map.of(
            "SharedLearner", Set.of("portalId", "learnerRef", "policyVersion", "name", "email", "sharedSince"),
            "SharedActivity",
                    Set.of("portalId", "learnerRef", "policyVersion", "kind", "occurredAt", "courseId", "courseTitle"),
            "SharedTestResult",
                    Set.of(
                            "portalId",
                            "learnerRef",
                            "policyVersion",
                            "occurredAt",
                            "testId",
                            "testTitle",
                            "courseId",
                            "score",
                            "maxScore",
                            "passed",
                            "attempt"),
            "SharingEnded", Set.of("portalId", "learnerRef", "policyVersion", "endedAt"),
            "FeedHeartbeat", Set.of("portalId", "writtenAt"));

    /** The kinds of activity that the transcript may tell; beside them there is only the enum's default. */
    public static final Set<String> ACTIVITY_KINDS = Set.of("LOGGED_IN", "COURSE_COMPLETED");

    private SharedFields() {}
}

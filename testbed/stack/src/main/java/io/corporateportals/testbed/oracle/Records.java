package io.corporateportals.testbed.oracle;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a feed's records must say, field by field. */
final class Records {
    private static final String PACKAGE = "io.corporateportals.feed.";

    private final String policyVersion;

    Records(String policyVersion) {
        this.policyVersion = policyVersion;
    }

    static String key(Assignment assignment, String eventId) {
        return assignment.id() + "/" + eventId;
    }

    Content learner(Assignment assignment, Account account) {
        Map<String, @Nullable Object> fields = head(assignment);
        fields.put("name", account.name());
        fields.put("email", account.email());
        fields.put("sharedSince", assignment.startedAt());
        return new Content(PACKAGE + "SharedLearner", fields);
    }

    Content ended(Assignment assignment) {
        Map<String, @Nullable Object> fields = head(assignment);
        fields.put("endedAt", assignment.endedAt());
        return new Content(PACKAGE + "SharingEnded", fields);
    }

    Content entry(Assignment assignment, Content activity) {
        Map<String, @Nullable Object> fields = head(assignment);
        fields.put("occurredAt", activity.fields().get("occurredAt"));
        fields.put("courseId", activity.fields().get("courseId"));
        if (activity.name().equals("TestCompleted")) {
            for (String field : new String[] {"testId", "testTitle", "score", "maxScore", "passed", "attempt"})
                fields.put(field, activity.fields().get(field));
            return new Content(PACKAGE + "SharedTestResult", fields);
        }
        fields.put("kind", activity.name().equals("UserLoggedIn") ? "LOGGED_IN" : "COURSE_COMPLETED");
        fields.put("courseTitle", activity.fields().get("courseTitle"));
        return new Content(PACKAGE + "SharedActivity", fields);
    }

    private Map<String, @Nullable Object> head(Assignment assignment) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("portalId", assignment.portalId());
        fields.put("learnerRef", assignment.id());
        fields.put("policyVersion", policyVersion);
        return fields;
    }
}

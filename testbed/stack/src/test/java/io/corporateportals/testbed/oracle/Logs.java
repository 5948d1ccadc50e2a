package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The logs of a small world, written record by record; an hour passes with each. All learners are in one partition. */
final class Logs {
    private static final long HOUR = 3_600_000;

    final List<Logged> userEvents = new ArrayList<>();
    final List<Logged> portalEvents = new ArrayList<>();
    final List<Logged> assignments = new ArrayList<>();
    private final Map<String, Map<String, @Nullable Object>> started = new HashMap<>();
    private long now = 1_380_000_000_000L;

    Oracle oracle() {
        return new Oracle(userEvents, portalEvents, assignments, "1");
    }

    long now() {
        return now;
    }

    /** The next offset of the learners' partition. */
    long next() {
        return userEvents.size();
    }

    void portal(String id, String domain, boolean agreed) {
        Map<String, @Nullable Object> fields = event();
        fields.put("portalId", id);
        fields.put("host", id + ".university.example");
        fields.put("emailDomains", List.of(domain));
        fields.put("includeSubdomains", false);
        fields.put("country", "DE");
        fields.put("agreementAcceptedAt", agreed ? now : null);
        fields.put("transferSafeguard", null);
        fields.put("suspended", false);
        add(portalEvents, id, new Content("io.corporateportals.lms.PortalCreated", fields));
    }

    void portalDeleted(String id) {
        add(portalEvents, id, new Content("io.corporateportals.lms.PortalDeleted", event()));
    }

    void registered(String user, String name, String email) {
        Map<String, @Nullable Object> fields = event();
        fields.put("name", name);
        fields.put("email", email);
        fields.put("emailVerified", true);
        user(user, "UserRegistered", fields);
    }

    void changedAddress(String user, String email) {
        Map<String, @Nullable Object> fields = event();
        fields.put("email", email);
        fields.put("emailVerified", true);
        user(user, "EmailChanged", fields);
    }

    void objects(String user) {
        Map<String, @Nullable Object> fields = event();
        fields.put("objects", true);
        user(user, "SharingObjectionChanged", fields);
    }

    /** The event's id. */
    String loggedIn(String user) {
        return user(user, "UserLoggedIn", event());
    }

    /** The event's id. */
    String passed(String user, double score) {
        Map<String, @Nullable Object> fields = event();
        fields.putAll(Map.of("testId", "t1", "testTitle", "Test", "score", score, "passed", true));
        return user(user, "TestCompleted", fields);
    }

    void repeat(Logged record) {
        userEvents.add(new Logged(0, next(), now, record.key(), record.content()));
    }

    /** Announces an assignment that the last record of the learners led to. */
    void started(String id, String user, String portal) {
        started(id, user, portal, true, next() - 1, time(userEvents));
    }

    void startedUnshared(String id, String user, String portal) {
        started(id, user, portal, false, next() - 1, time(userEvents));
    }

    /** Announces an assignment that the last record of the portals led to. */
    void backFilled(String id, String user, String portal) {
        started(id, user, portal, true, next(), time(portalEvents));
    }

    private void started(String id, String user, String portal, boolean shared, long offset, long at) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("assignmentId", id);
        fields.put("userId", user);
        fields.put("portalId", portal);
        fields.put("basis", "EMAIL_DOMAIN");
        fields.put("shared", shared);
        started.put(id, fields);
        change("AssignmentStarted", id, offset, at);
    }

    /** Announces that the last record of the learners ended an assignment. */
    void ended(String id) {
        change("AssignmentEnded", id, next() - 1, time(userEvents));
    }

    private void change(String type, String id, long offset, long at) {
        Map<String, @Nullable Object> fields = new HashMap<>(started.getOrDefault(id, Map.of()));
        fields.put("partition", 0);
        fields.put("offset", offset);
        fields.put("sequence", assignments.size() + 1L);
        fields.put("occurredAt", at);
        assignments.add(new Logged(
                0,
                assignments.size(),
                now,
                (String) fields.getOrDefault("userId", ""),
                new Content("io.corporateportals.assignment." + type, fields)));
    }

    private Map<String, @Nullable Object> event() {
        now += HOUR;
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("eventId", UUID.randomUUID().toString());
        fields.put("occurredAt", now);
        return fields;
    }

    private String user(String user, String type, Map<String, @Nullable Object> fields) {
        fields.put("userId", user);
        Content content = new Content("io.corporateportals.lms." + type, fields);
        add(userEvents, user, content);
        return content.text("eventId");
    }

    private void add(List<Logged> log, String key, Content content) {
        log.add(new Logged(0, log.size(), now, key, content));
    }

    private static long time(List<Logged> log) {
        Content last = log.get(log.size() - 1).content();
        return last == null ? 0 : last.number("occurredAt");
    }
}

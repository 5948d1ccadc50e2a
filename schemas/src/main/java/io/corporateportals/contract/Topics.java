package io.corporateportals.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every topic of the system, its key, its settings and the records it carries. */
public final class Topics {
    /** Learners are spread over this many partitions by Kafka's default partitioner (murmur2 of the key). */
    public static final int LEARNER_PARTITIONS = 12;

    /** How long what could not be processed is kept: long enough for a person to look, short enough for erasure. */
    private static final int DEAD_LETTER_DAYS = 7;

    /** Key: userId. Records: {@code io.corporateportals.lms}, all that happens to learners. */
    public static final Topic USER_EVENTS = new Topic("lms.user-events", LEARNER_PARTITIONS, deletedAfterDays(14));

    /** Key: portalId. Records: {@code PortalCreated}, {@code PortalUpdated}, {@code PortalDeleted}. */
    public static final Topic PORTAL_EVENTS =
            new Topic("lms.portal-events", 1, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    /**
     * Key: userId. Records: {@code AssignmentStarted}, {@code AssignmentRefreshed}, {@code AssignmentEnded}; null after a
     * termination. Partitioned as {@link #USER_EVENTS}.
     */
    public static final Topic ASSIGNMENTS = new Topic("portal.assignments", LEARNER_PARTITIONS, compacted());

    /** Key: portalId. Records: {@code PortalDecided}. */
    public static final Topic PORTAL_STATUS = new Topic("portal.status", 1, compacted());

    /** Key: userId. Records: {@code RetentionDue}, {@code RetentionExpired}. */
    public static final Topic RETENTION = new Topic("portal.retention", LEARNER_PARTITIONS, deletedAfterDays(90));

    private Topics() {}

    /** What exists before any portal does; feeds come with their portals, dead letters with their services. */
    public static List<Topic> fixed() {
        return List.of(USER_EVENTS, PORTAL_EVENTS, ASSIGNMENTS, PORTAL_STATUS, RETENTION);
    }

    /**
     * The feed of one employer. Key: {@code <learnerRef>} or {@code <learnerRef>/<eventId>}; a null value is a
     * retraction. Records: {@code io.corporateportals.feed}.
     */
    public static Topic employerFeed(String portalId) {
        return feed("employer." + portalId + ".feed");
    }

    /** The feed of a recipient beside the employers, such as a badge issuer; keys and records as an employer's. */
    public static Topic recipientFeed(String recipient) {
        return feed("recipient." + recipient + ".feed");
    }

    // Kafka cleans closed segments only: without these times retracted data would stay on the broker's disk.
    // delete.retention.ms is how long a partner may be away and still be told what was retracted.
    private static Topic feed(String name) {
        String sixHours = millis(Duration.ofHours(6));
        return new Topic(
                name,
                1,
                Map.of(
                        "cleanup.policy",
                        "compact",
                        "max.compaction.lag.ms",
                        sixHours,
                        "segment.ms",
                        sixHours,
                        "min.cleanable.dirty.ratio",
                        "0.1",
                        "delete.retention.ms",
                        millis(Duration.ofDays(30))));
    }

    // A dead letter is its record and headers that say why: it must fit where the largest record just fitted.
    static Map<String, String> deadLetterSettings() {
        Map<String, String> settings = new TreeMap<>(deletedAfterDays(DEAD_LETTER_DAYS));
        settings.put("max.message.bytes", Integer.toString(2 * 1024 * 1024));
        return settings;
    }

    // Kafka deletes whole segments: one that takes a week to fill would keep its first records a week longer
    static Map<String, String> deletedAfterDays(int days) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                millis(Duration.ofDays(days)),
                "segment.ms",
                millis(Duration.ofDays(1)));
    }

    private static Map<String, String> compacted() {
        return Map.of("cleanup.policy", "compact");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}

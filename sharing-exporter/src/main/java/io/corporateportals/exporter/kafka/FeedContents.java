package io.corporateportals.exporter.kafka;

import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.feed.SharedLearner;
import io.corporateportals.feed.SharingEnded;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What is on the feeds, put together record by record. Keys that are not ours are left out. */
final class FeedContents {
    private final Pattern feedName;
    private final Deserializer<?> values;
    private final Map<String, Learner> learners = new HashMap<>();

    /**
     * Begins with nothing.
     *
     * @param feedName whose first group is the portal's id
     */
    FeedContents(Pattern feedName, Deserializer<?> values) {
        this.feedName = feedName;
        this.values = values;
    }

    private static final class Learner {
        private final PortalId portal;
        private final LearnerRef ref;
        private final Set<EventId> committed = new HashSet<>();
        private final Set<EventId> seen = new HashSet<>();
        private boolean committedLearner;
        private boolean seenLearner;
        private boolean ended;
        private Instant lastAt = Instant.EPOCH;

        private Learner(PortalId portal, LearnerRef ref) {
            this.portal = portal;
            this.ref = ref;
        }
    }

    /** A record that a read_uncommitted reader sees. */
    void seen(LearnerRef ref, ConsumerRecord<String, byte[]> record) {
        Learner learner = learner(ref, record);
        if (learner == null) return;
        learner.lastAt = Instant.ofEpochMilli(record.timestamp());
        EventId event = event(record.key());
        if (event != null) {
            put(learner.seen, event, record);
            // only what has ended is taken back, and it is never shared again
            learner.ended |= record.value() == null;
            return;
        }
        Object value = values.deserialize(record.topic(), record.value());
        learner.seenLearner = value instanceof SharedLearner;
        learner.ended |= value instanceof SharingEnded;
    }

    /** A record that a read_committed reader sees. */
    void committed(LearnerRef ref, ConsumerRecord<String, byte[]> record) {
        Learner learner = learner(ref, record);
        if (learner == null) return;
        EventId event = event(record.key());
        if (event != null) put(learner.committed, event, record);
        else learner.committedLearner = values.deserialize(record.topic(), record.value()) instanceof SharedLearner;
    }

    Published published() {
        return new Published(learners.values().stream()
                .map(one -> new Published.OfLearner(
                        one.portal,
                        one.ref,
                        one.committed,
                        one.seen,
                        one.ended,
                        one.committedLearner || one.seenLearner || !one.committed.isEmpty() || !one.seen.isEmpty(),
                        one.lastAt))
                .toList());
    }

    private static void put(Set<EventId> events, EventId event, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) events.remove(event);
        else events.add(event);
    }

    private @Nullable Learner learner(LearnerRef ref, ConsumerRecord<String, byte[]> record) {
        Matcher name = feedName.matcher(record.topic());
        if (!name.matches()) return null;
        return learners.computeIfAbsent(
                record.topic() + "/" + ref, key -> new Learner(new PortalId(name.group(1)), ref));
    }

    /** Whom a record is about; empty: nobody, by its key. */
    static Optional<LearnerRef> ref(ConsumerRecord<String, byte[]> record) {
        UUID ref = record.key() == null ? null : uuid(record.key().split("/", 2)[0]);
        return Optional.ofNullable(ref).map(LearnerRef::new);
    }

    private static @Nullable EventId event(String key) {
        int slash = key.indexOf('/');
        UUID event = slash < 0 ? null : uuid(key.substring(slash + 1));
        return event == null ? null : new EventId(event);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

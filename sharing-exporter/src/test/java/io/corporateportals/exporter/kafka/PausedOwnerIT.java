package io.corporateportals.exporter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Activity;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner that was paused, wakes, and goes on as if nothing had happened. */
@ExtendWith(PartsExtension.class)
class PausedOwnerIT {
    private static final PortalId ACME = new PortalId("acme");
    private static final LearnerRef REF = new LearnerRef(new UUID(1, 1));

    static {
        AvroLimits.set();
    }

    private final Admin admin;
    private final Map<String, Object> settings;
    private final Consumer<byte[], byte[]> group;
    private final TimelySerializer serializer;

    PausedOwnerIT(Parts parts) {
        parts.freshTopics();
        admin = parts.broker().admin();
        settings = new HashMap<>(SerdeSettings.forRegistry(parts.registryUrl()));
        settings.put("bootstrap.servers", parts.bootstrapServers());
        settings.put("group.id", "sharing-exporter");
        group = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        serializer = new TimelySerializer(SerdeSettings.SERIALIZER, settings);
        new KafkaFeedTopics(admin, settings, serializer, Clock.systemUTC()).make(ACME);
    }

    @AfterEach
    void close() {
        serializer.close();
        group.close();
        admin.close();
    }

    @Test
    void whatItAppendsNobodySees() throws ClassNotFoundException {
        try (KafkaFeeds paused = feeds();
                KafkaFeeds next = feeds()) {
            paused.fence();
            paused.publish(List.of(entry(1)), standing(1));
            next.fence();
            next.publish(
                    List.of(new Outgoing.Retraction(ACME, REF, event(1)), new Outgoing.Ended(ACME, REF, "1", now(), 7)),
                    standing(2));

            assertThatThrownBy(() -> paused.publish(List.of(entry(2)), standing(2)))
                    .isInstanceOf(KafkaException.class);

            Published.OfLearner seen = published();
            assertThat(seen.ended()).isTrue();
            assertThat(seen.seen()).as("for a read_uncommitted reader").isEmpty();
            assertThat(seen.committed()).isEmpty();
        }
    }

    @Test
    void whatItHadBegunIsUndone() throws ClassNotFoundException {
        try (KafkaFeeds first = feeds(Map.of("max.block.ms", 5000))) {
            first.fence();
            assertThatThrownBy(() -> first.publish(List.of(entry(1), entryOfAMissingFeed()), standing(1)))
                    .isInstanceOf(RuntimeException.class);
        }
        try (KafkaFeeds next = feeds()) {
            next.fence();
            next.publish(List.of(entry(2)), standing(2));
        }

        assertThat(published().committed()).containsExactly(event(2));
    }

    private Published.OfLearner published() throws ClassNotFoundException {
        Deserializer<?> values = Utils.newInstance(SerdeSettings.DESERIALIZER, Deserializer.class);
        values.configure(settings, false);
        return new KafkaPublications(admin, settings, values)
                .read(refs -> refs)
                .learners()
                .get(0);
    }

    private KafkaFeeds feeds() {
        return feeds(Map.of());
    }

    private KafkaFeeds feeds(Map<String, Object> added) {
        Map<String, Object> producer = new HashMap<>(settings);
        producer.putAll(added);
        return new KafkaFeeds(3, producer, serializer, group::groupMetadata, new FeedDiagnosis(admin));
    }

    private static Outgoing entry(int event) {
        return new Outgoing.Entry(ACME, REF, event(event), "1", now(), new Activity.LoggedIn());
    }

    private static Outgoing entryOfAMissingFeed() {
        return new Outgoing.Entry(new PortalId("nobody"), REF, event(9), "1", now(), new Activity.LoggedIn());
    }

    private static EventId event(int n) {
        return new EventId(new UUID(2, n));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(1_790_000_000_000L);
    }

    private static Standing standing(long offset) {
        return new Standing(new Position(offset, Cursor.START), null, 1, "x");
    }
}

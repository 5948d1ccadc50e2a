package io.corporateportals.assigner.system;

import io.corporateportals.assignment.AssignmentEnded;
import io.corporateportals.assignment.AssignmentRefreshed;
import io.corporateportals.assignment.AssignmentStarted;
import io.corporateportals.assignment.PortalDecided;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the service has announced, as anybody can read it. */
final class Announced implements AutoCloseable {
    private final Consumer<String, @Nullable SpecificRecord> consumer;
    private final List<ConsumerRecord<String, @Nullable SpecificRecord>> seen = new ArrayList<>();

    Announced(Parts parts) {
        Map<String, Object> settings = new HashMap<>(SerdeSettings.forRegistry(parts.registryUrl()));
        settings.put("bootstrap.servers", parts.bootstrapServers());
        settings.put("key.deserializer", StringDeserializer.class);
        settings.put("value.deserializer", SerdeSettings.DESERIALIZER);
        settings.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(settings);
        List<TopicPartition> partitions = Stream.of(Topics.ASSIGNMENTS, Topics.PORTAL_STATUS)
                .flatMap(Announced::partitions)
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    /** The records of a learner so far, oldest first: {@code +acme}, {@code ~acme}, {@code -acme}, {@code null}. */
    List<String> about(String user) {
        return records()
                .filter(record -> record.topic().equals(Topics.ASSIGNMENTS.name())
                        && record.key().equals(user))
                .map(record -> told(record.value()))
                .toList();
    }

    /** All changes so far. */
    List<SpecificRecord> changes() {
        return records()
                .filter(record -> record.topic().equals(Topics.ASSIGNMENTS.name()))
                .flatMap(record -> Stream.ofNullable(record.value()))
                .toList();
    }

    /** The latest news of a portal; null before the first. */
    @Nullable
    PortalDecided portal(String portal) {
        return records()
                .filter(record -> record.topic().equals(Topics.PORTAL_STATUS.name())
                        && record.key().equals(portal))
                .map(record -> (PortalDecided) record.value())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private Stream<ConsumerRecord<String, @Nullable SpecificRecord>> records() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream();
    }

    private static String told(@Nullable SpecificRecord record) {
        if (record instanceof AssignmentStarted started) return "+" + started.getPortalId();
        if (record instanceof AssignmentRefreshed refreshed) return "~" + refreshed.getPortalId();
        if (record instanceof AssignmentEnded ended) return "-" + ended.getPortalId();
        return "null";
    }

    @Override
    public void close() {
        consumer.close();
    }
}

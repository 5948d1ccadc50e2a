package io.corporateportals.operations.deadletters;

import io.corporateportals.operations.CannotGoOn;
import io.corporateportals.operations.RunningSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads all that a topic holds now, and belongs to no group. */
final class WholeTopic {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;

    WholeTopic(RunningSystem system) {
        settings = new HashMap<>(system.kafka());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    }

    /** Shows every record, those of a partition in their order. */
    void read(String topic, Consumer<ConsumerRecord<byte @Nullable [], byte @Nullable []>> reader) {
        try (var kafka = new KafkaConsumer<byte @Nullable [], byte @Nullable []>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(kafka, topic);
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue()))
                kafka.poll(POLL).forEach(reader);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> kafka, String topic) {
        List<PartitionInfo> found = kafka.partitionsFor(topic);
        if (found.isEmpty()) throw new CannotGoOn("there is no topic " + topic + ": is --bootstrap right?");
        return found.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}

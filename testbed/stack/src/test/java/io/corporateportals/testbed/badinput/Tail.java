package io.corporateportals.testbed.badinput;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** All that a topic has had since its beginning, also what its readers should not see yet. */
final class Tail implements AutoCloseable {
    private final KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer;
    private final List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> seen = new ArrayList<>();

    Tail(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_uncommitted"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        if (partitions.isEmpty()) throw new IllegalStateException("no such topic: " + topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return Collections.unmodifiableList(seen);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

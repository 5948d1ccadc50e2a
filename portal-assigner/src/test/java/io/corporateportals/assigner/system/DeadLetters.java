package io.corporateportals.assigner.system;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What the service could not process. */
final class DeadLetters implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    DeadLetters(Parts parts) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = Stream.of(Topics.USER_EVENTS, Topics.PORTAL_EVENTS)
                .map(topic -> topic.deadLetters("portal-assigner"))
                .flatMap(DeadLetters::partitions)
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    /** Why the record that was emitted there lies here, with the field to blame; null while it does not. */
    @Nullable
    String reasonFor(RecordMetadata emitted) {
        return letters()
                .filter(letter -> header(letter, "dlt.topic").equals(emitted.topic())
                        && header(letter, "dlt.partition").equals(Integer.toString(emitted.partition()))
                        && header(letter, "dlt.offset").equals(Long.toString(emitted.offset())))
                .map(letter -> (header(letter, "dlt.reason") + " " + header(letter, "dlt.field")).strip())
                .findFirst()
                .orElse(null);
    }

    /** All letters that were there when this was asked. */
    Stream<ConsumerRecord<byte[], byte[]>> letters() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L)))
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream();
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

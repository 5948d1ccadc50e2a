package io.corporateportals.testbed.badinput;

import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.LogPosition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** An LMS that emits records as the contract says, and others. */
final class Emitter implements AutoCloseable {
    private final Registered schemas;
    private final Producer<byte @Nullable [], byte @Nullable []> producer;

    Emitter(String bootstrapServers, Registered schemas) {
        this.schemas = schemas;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5", "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Emits a record as it should be. */
    LogPosition emit(SpecificRecord record) {
        return emit(topicOf(record), (String) record.get(1), schemas.value(record));
    }

    /** Emits bytes under a key, in its partition. */
    LogPosition emit(String topic, String key, byte @Nullable [] value) {
        return arrived(send(topic, null, key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** Sends whatever it is. */
    Future<RecordMetadata> send(
            String topic, @Nullable Integer partition, byte @Nullable [] key, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic, partition, key, value));
    }

    static String topicOf(SpecificRecord record) {
        return LmsRecordKind.PORTAL.types().contains(record.getClass())
                ? Topics.PORTAL_EVENTS.name()
                : Topics.USER_EVENTS.name();
    }

    /** Where the broker put it. */
    static LogPosition arrived(Future<RecordMetadata> sent) {
        try {
            RecordMetadata metadata = sent.get();
            return new LogPosition(metadata.topic(), metadata.partition(), metadata.offset());
        } catch (ExecutionException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

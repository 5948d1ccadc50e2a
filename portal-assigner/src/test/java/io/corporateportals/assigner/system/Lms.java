package io.corporateportals.assigner.system;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.deadletter.Replayed;
import io.corporateportals.testbed.parts.Parts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An LMS: emits records as the contract says, and other records as well. */
final class Lms implements AutoCloseable {
    private final Producer<byte[], byte @Nullable []> producer;
    private final Serializer<Object> serializer;

    @SuppressWarnings("unchecked")
    Lms(Parts parts) {
        AvroLimits.set();
        Map<String, Object> settings = new HashMap<>(SerdeSettings.forRegistry(parts.registryUrl()));
        try {
            serializer = Class.forName(SerdeSettings.SERIALIZER)
                    .asSubclass(Serializer.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        serializer.configure(settings, false);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers(), "acks", "all", "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Emits records in this order and returns when the broker has them. */
    void emit(SpecificRecord... records) {
        emit(List.of(records));
    }

    void emit(List<? extends SpecificRecord> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (SpecificRecord record : records) sent.add(producer.send(wire(record)));
        sent.forEach(Lms::await);
    }

    /** Emits bytes under a key. */
    RecordMetadata emit(String topic, String key, byte @Nullable [] value) {
        return await(producer.send(new ProducerRecord<>(topic, bytes(key), value)));
    }

    /** Emits a record into a partition of one's choice, under a key of one's choice, or none. */
    RecordMetadata emit(int partition, @Nullable String key, SpecificRecord record) {
        return await(producer.send(new ProducerRecord<>(
                Topics.USER_EVENTS.name(), partition, key == null ? null : bytes(key), value(record))));
    }

    /** Emits a record as one that stood elsewhere in its topic first. */
    void replay(SpecificRecord record, RecordMetadata first) {
        ProducerRecord<byte[], byte @Nullable []> again = wire(record);
        Replayed.mark(again.headers(), new LogPosition(first.topic(), first.partition(), first.offset()));
        await(producer.send(again));
    }

    byte[] value(SpecificRecord record) {
        return serializer.serialize(topicOf(record), record);
    }

    private ProducerRecord<byte[], byte @Nullable []> wire(SpecificRecord record) {
        return new ProducerRecord<>(topicOf(record), bytes((String) record.get(1)), value(record));
    }

    private static String topicOf(SpecificRecord record) {
        return LmsRecordKind.PORTAL.types().contains(record.getClass())
                ? Topics.PORTAL_EVENTS.name()
                : Topics.USER_EVENTS.name();
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static RecordMetadata await(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}

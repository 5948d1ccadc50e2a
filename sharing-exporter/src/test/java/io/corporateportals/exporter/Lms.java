package io.corporateportals.exporter;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.testbed.parts.Parts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Emits events; every method returns the offset at which the record stands. */
final class Lms implements AutoCloseable {
    static {
        AvroLimits.set();
    }

    private final Producer<String, byte[]> producer;
    private final TimelySerializer serializer;

    Lms(Parts parts) {
        serializer = new TimelySerializer(SerdeSettings.SERIALIZER, SerdeSettings.forRegistry(parts.registryUrl()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    long loggedIn(String user, UUID event) {
        return loggedIn(user, event, now());
    }

    long loggedIn(String user, UUID event, Instant occurredAt) {
        return send(user, new UserLoggedIn(event.toString(), user, occurredAt));
    }

    long completedCourse(String user, UUID event, String title) {
        return send(user, new CourseCompleted(event.toString(), user, now(), "c1", title));
    }

    long passedTest(String user, UUID event, Instant occurredAt) {
        return send(
                user,
                TestCompleted.newBuilder()
                        .setEventId(event.toString())
                        .setUserId(user)
                        .setOccurredAt(occurredAt)
                        .setTestId("t1")
                        .setTestTitle("Safety at work")
                        .setScore(8.5)
                        .setPassed(true)
                        .build());
    }

    long changedAddress(String user) {
        return send(
                user,
                EmailChanged.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setUserId(user)
                        .setOccurredAt(now())
                        .setEmail("somebody@elsewhere.example")
                        .build());
    }

    private long send(String user, SpecificRecord record) {
        return send(user, value(record));
    }

    byte[] value(SpecificRecord record) {
        return serializer.serialize(Topics.USER_EVENTS.name(), record);
    }

    long send(String user, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(Topics.USER_EVENTS.name(), user, value))
                    .get()
                    .offset();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}

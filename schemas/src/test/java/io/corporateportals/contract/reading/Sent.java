package io.corporateportals.contract.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.UserLoggedIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records as an LMS sends them. */
final class Sent {
    static final String EVENT_ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    static final String LEARNER = "learner-7";
    static final String PORTAL = "acme";
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    static {
        AvroLimits.set();
    }

    private Sent() {}

    static EmailChanged.Builder anyEmailChanged() {
        return EmailChanged.newBuilder()
                .setEventId(EVENT_ID)
                .setUserId(LEARNER)
                .setOccurredAt(NOON)
                .setEmail("ada@acme.example");
    }

    static CourseCompleted.Builder anyCourseCompleted() {
        return CourseCompleted.newBuilder()
                .setEventId(EVENT_ID)
                .setUserId(LEARNER)
                .setOccurredAt(NOON)
                .setCourseId("c-1")
                .setCourseTitle("Sailing");
    }

    static UserLoggedIn.Builder anyLogin() {
        return UserLoggedIn.newBuilder().setEventId(EVENT_ID).setUserId(LEARNER).setOccurredAt(NOON);
    }

    static PortalCreated.Builder anyPortalCreated() {
        return PortalCreated.newBuilder()
                .setEventId(EVENT_ID)
                .setPortalId(PORTAL)
                .setOccurredAt(NOON)
                .setCompanyName("Acme")
                .setHost("acme.university.example")
                .setEmailDomains(List.of("acme.example"))
                .setCountry("DE");
    }

    /** Confluent's wire format. */
    static byte[] framed(int schemaId, IndexedRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writerOf(record).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static DatumWriter<IndexedRecord> writerOf(IndexedRecord record) {
        return record instanceof SpecificRecord
                ? new SpecificDatumWriter<>(record.getSchema())
                : new GenericDatumWriter<>(record.getSchema());
    }

    static ConsumerRecord<byte[], byte[]> onUserEvents(String key, byte @Nullable [] value) {
        return on(Topics.USER_EVENTS, key.getBytes(UTF_8), value);
    }

    static ConsumerRecord<byte[], byte[]> onPortalEvents(String key, byte[] value) {
        return on(Topics.PORTAL_EVENTS, key.getBytes(UTF_8), value);
    }

    @SuppressWarnings("NullAway") // Kafka's classes say nothing of null, and a value may well be
    static ConsumerRecord<byte[], byte[]> on(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        int partition = key == null ? 0 : topic.partitionOf(key);
        return new ConsumerRecord<>(topic.name(), partition, 0, key, value);
    }
}

package io.corporateportals.contract.reading;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.reading.FieldRules.Broken;
import io.corporateportals.contract.reading.Reading.NoKey;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reading.UnknownType;
import io.corporateportals.contract.reading.Reading.Unreadable;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of {@code lms.user-events} and {@code lms.portal-events}. Safe for use by many threads.
 *
 * <p>It decodes with Avro itself, not with a registry's deserializer: those report a registry that is down and bytes that
 * are broken alike, and here the one is waited for while the other may end an assignment.
 */
public final class RecordReader {
    /** Confluent's wire format: a zero, the schema id in four bytes, the record in Avro's binary encoding. */
    private static final int HEAD = 5;

    private static final int LONGEST_KEY = 255;

    private final WriterSchemas schemas;

    /**
     * Asks a registry for each schema id once.
     *
     * @param registry the base URL of its Confluent REST API
     */
    public RecordReader(URI registry) {
        this(new WriterSchemas(new Registry(registry)::schema, System::nanoTime));
    }

    RecordReader(WriterSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * What the record says, or why it says nothing; never null.
     *
     * @throws RegistryUnavailable if only the registry could tell, and it does not answer: try the same record again
     */
    public Reading read(ConsumerRecord<byte[], byte[]> record) {
        return read(record, schemas::of);
    }

    /**
     * As {@link #read(ConsumerRecord)}, but the registry has been asked since for whatever it does not know.
     *
     * @param since in {@link System#nanoTime()}
     */
    public Reading read(ConsumerRecord<byte[], byte[]> record, long since) {
        return read(record, id -> schemas.of(id, since));
    }

    private static Reading read(ConsumerRecord<byte[], byte[]> record, IntFunction<WriterSchema> schemas) {
        byte[] rawKey = record.key();
        if (rawKey == null || rawKey.length == 0) return new NoKey(Reason.KEY_MISSING);
        String key = text(rawKey);
        if (key == null) return new NoKey(Reason.KEY_NOT_TEXT);

        byte[] value = record.value();
        if (value == null) return unreadable(key, Reason.VALUE_MISSING);
        if (value.length < HEAD || value[0] != 0) return unreadable(key, Reason.NOT_FRAMED);
        WriterSchema schema = schemas.apply(ByteBuffer.wrap(value).getInt(1));
        if (schema instanceof WriterSchema.Ours ours) return read(record, key, ours);
        if (schema instanceof WriterSchema.Foreign foreign) return new UnknownType(key, foreign.fullName());
        if (schema instanceof WriterSchema.Unusable) return unreadable(key, Reason.SCHEMA_UNUSABLE);
        return unreadable(key, Reason.SCHEMA_UNKNOWN);
    }

    private static Reading read(ConsumerRecord<byte[], byte[]> raw, String key, WriterSchema.Ours schema) {
        LmsRecordType type = schema.type();
        Topic topic = type.kind().topic();
        if (!topic.name().equals(raw.topic()))
            return new UnknownType(key, type.schema().getFullName());
        if (key.length() > LONGEST_KEY) return unreadable(key, Reason.KEY_TOO_LONG, type);
        if (raw.partition() != topic.partitionOf(raw.key())) return unreadable(key, Reason.WRONG_PARTITION, type);

        SpecificRecord record = schema.decode(raw.value(), HEAD);
        if (record == null) return unreadable(key, Reason.UNDECODABLE, type);
        Broken broken = FieldRules.firstBroken(record);
        if (broken != null) return new Unreadable(key, broken.reason(), broken.field(), type.isActivity());
        if (!key.equals(record.get(LmsRecordType.KEY)))
            return new Unreadable(key, Reason.KEY_OF_ANOTHER, type.kind().keyField(), type.isActivity());
        return new Understood(key, type.kind(), record);
    }

    private static Unreadable unreadable(String key, Reason reason) {
        return new Unreadable(key, reason, null, false);
    }

    private static Unreadable unreadable(String key, Reason reason, LmsRecordType type) {
        return new Unreadable(key, reason, null, type.isActivity());
    }

    private static @Nullable String text(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

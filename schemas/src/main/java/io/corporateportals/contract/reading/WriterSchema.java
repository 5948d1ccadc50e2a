package io.corporateportals.contract.reading;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the registry says about a schema id. */
sealed interface WriterSchema {
    static WriterSchema of(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) return new Unusable();
        LmsRecordType type = LmsRecordType.named(schema.getFullName());
        return type == null
                ? new Foreign(schema.getFullName())
                : new Ours(type, new SpecificDatumReader<>(schema, type.schema()));
    }

    /** A version, older or newer or this build's own, of a record type that an LMS may send. */
    record Ours(LmsRecordType type, SpecificDatumReader<SpecificRecord> reader) implements WriterSchema {
        /** The record, null if the bytes from {@code start} on are not exactly one. */
        @Nullable
        SpecificRecord decode(byte[] value, int start) {
            try {
                StrictDecoder bytes = new StrictDecoder(value, start);
                SpecificRecord record = reader.read(null, bytes);
                return bytes.isAtEnd() ? record : null;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                // Avro throws whatever broken bytes lead it to; its messages quote them, so none is passed on
                return null;
            }
        }
    }

    /** A record type that this build does not know. */
    record Foreign(String fullName) implements WriterSchema {}

    /** There is no such id. */
    record Unknown() implements WriterSchema {}

    /** There is one, but it names no whole Avro record. */
    record Unusable() implements WriterSchema {}
}

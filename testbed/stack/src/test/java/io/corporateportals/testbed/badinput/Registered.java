package io.corporateportals.testbed.badinput;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Schemas;
import io.corporateportals.testbed.parts.registry.Subjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The schemas that a registry has, and values in Confluent's wire format. */
final class Registered {
    private final Subjects subjects;
    private final Map<String, Integer> ids = new HashMap<>();

    Registered(String url) {
        AvroLimits.set();
        subjects = new Subjects(url);
        for (Schema schema : Schemas.all()) ids.put(schema.getFullName(), subjects.register(schema));
    }

    byte[] value(SpecificRecord record) {
        return framed(id(record.getSchema()), body(record));
    }

    int id(Schema schema) {
        return Objects.requireNonNull(ids.get(schema.getFullName()));
    }

    /** The id that the next schema to be registered will have. */
    int nextId() {
        return ids.values().stream().mapToInt(id -> id).max().orElseThrow() + 1;
    }

    int register(String subject, Schema schema) {
        int id = subjects.register(subject, schema);
        ids.put(subject + " " + id, id);
        return id;
    }

    static byte[] body(SpecificRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    static byte[] framed(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }
}

package io.corporateportals.testbed.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Confluent's wire format, written out: what any client, in any language, puts on the wire and finds there. */
final class ConfluentFormat {
    private static final byte MAGIC = 0;

    private final String registry;

    ConfluentFormat(String registry) {
        AvroLimits.set();
        this.registry = registry;
    }

    byte[] encode(SpecificRecord value) throws IOException {
        String subject = Schemas.subject(value.getSchema());
        int id = get("/subjects/" + subject + "/versions/latest").get("id").asInt();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put(MAGIC).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    GenericRecord decode(byte[] bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (head.get() != MAGIC) throw new IOException("not Confluent's wire format");
        String written = get("/schemas/ids/" + head.getInt()).get("schema").asText();
        Schema schema = new Schema.Parser().parse(written);
        var decoder = DecoderFactory.get().binaryDecoder(bytes, head.position(), head.remaining(), null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    }

    private JsonNode get(String path) throws IOException {
        try (InputStream answer = URI.create(registry + path).toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        }
    }
}

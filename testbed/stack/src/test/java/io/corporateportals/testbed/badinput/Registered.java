package io.corporateportals.testbed.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, Integer> ids = new HashMap<>();

    Registered(String url) {
        AvroLimits.set();
        this.url = url;
        for (Schema schema : Schemas.all())
            ids.put(
                    schema.getFullName(),
                    send(HttpRequest.newBuilder(
                                    URI.create(url + "/subjects/" + Schemas.subject(schema) + "/versions/latest")))
                            .get("id")
                            .asInt());
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

    int register(String subject, String schema) {
        String body = JSON.createObjectNode().put("schema", schema).toString();
        int id = send(HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .POST(BodyPublishers.ofString(body)))
                .get("id")
                .asInt();
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

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException("the registry: " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }
}

package io.corporateportals.contract.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** A schema registry, asked through Confluent's REST API. Not a word of its answers gets into an exception. */
final class Registry {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String baseUrl;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    Registry(URI baseUrl) {
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
    }

    /** Throws {@link RegistryUnavailable} unless the registry itself says what the id is. */
    WriterSchema schema(int id) {
        HttpResponse<byte[]> answer = ask(id);
        JsonNode body = json(id, answer);
        if (answer.statusCode() == 200 && body.path("schema").isTextual()) return parsed(body);
        // a 404 without the code comes from somebody else: a wrong URL must not make every record unreadable
        if (answer.statusCode() == 404 && body.path("error_code").asInt() == SCHEMA_NOT_FOUND)
            return new WriterSchema.Unknown();
        throw answered(id, answer);
    }

    private HttpResponse<byte[]> ask(int id) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/schemas/ids/" + id))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new RegistryUnavailable(id, "not reached, " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable(id, "not waited for, interrupted");
        }
    }

    private static JsonNode json(int id, HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw answered(id, answer);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static RegistryUnavailable answered(int id, HttpResponse<byte[]> answer) {
        return new RegistryUnavailable(id, "answered " + answer.statusCode());
    }

    private static WriterSchema parsed(JsonNode body) {
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) return new WriterSchema.Unusable();
        try {
            return WriterSchema.of(new Schema.Parser().parse(body.path("schema").textValue()));
        } catch (SchemaParseException e) {
            return new WriterSchema.Unusable();
        }
    }
}

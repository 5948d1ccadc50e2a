package io.corporateportals.contract.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.Schemas;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** A schema registry, asked through Confluent's REST API. Not a word of its answers gets into an exception. */
public final class Registry {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final List<String> OURS =
            Schemas.lms().stream().map(Schemas::subject).toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String baseUrl;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * Asks nothing yet.
     *
     * @param baseUrl of its Confluent REST API
     */
    public Registry(URI baseUrl) {
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
    }

    /** Throws {@link RegistryUnavailable} unless the registry itself says what the id is. */
    WriterSchema schema(int id) {
        String what = "schema id " + id;
        HttpResponse<byte[]> answer = ask(what, "/schemas/ids/" + id);
        JsonNode body = json(what, answer);
        if (answer.statusCode() == 200 && body.path("schema").isTextual()) return parsed(body);
        // a 404 without the code comes from somebody else: a wrong URL must not make every record unreadable
        if (isNotFound(answer, body, SCHEMA_NOT_FOUND)) {
            // nor must a registry that has lost everything: what it does not know says nothing
            if (!OURS.stream().allMatch(this::has))
                throw new RegistryUnavailable(what, "lacks subjects of the contract");
            return new WriterSchema.Unknown();
        }
        throw answered(what, answer);
    }

    /** Whether it has a subject; {@link RegistryUnavailable} unless it says. */
    public boolean has(String subject) {
        HttpResponse<byte[]> answer = ask(subject, "/subjects/" + subject + "/versions");
        JsonNode body = json(subject, answer);
        if (answer.statusCode() == 200 && body.isArray()) return true;
        if (isNotFound(answer, body, SUBJECT_NOT_FOUND)) return false;
        throw answered(subject, answer);
    }

    private static boolean isNotFound(HttpResponse<byte[]> answer, JsonNode body, int code) {
        return answer.statusCode() == 404 && body.path("error_code").asInt() == code;
    }

    private HttpResponse<byte[]> ask(String what, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path)).build();
        // a request's own timeout ends with the answer's headers
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new RegistryUnavailable(what, "not reached, " + why.getClass().getSimpleName());
        } catch (TimeoutException e) {
            throw new RegistryUnavailable(what, "not reached, no whole answer in " + ANSWER.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable(what, "not waited for, interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static JsonNode json(String what, HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw answered(what, answer);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static RegistryUnavailable answered(String what, HttpResponse<byte[]> answer) {
        return new RegistryUnavailable(what, "answered " + answer.statusCode());
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

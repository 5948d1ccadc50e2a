package io.corporateportals.testbed.parts.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;

/** The schemas of the contract, as a registry's subjects; any registry that speaks Confluent's REST API will do. */
public final class Subjects {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    /** Of the registry at {@code confluentUrl}. */
    public Subjects(String confluentUrl) {
        url = confluentUrl;
    }

    /** Sets the compatibility and registers every schema; one that is registered already stays the version it is. */
    public void register() {
        send("PUT", "/config", Map.of("compatibility", Schemas.COMPATIBILITY));
        // one by one: sent all at once, Apicurio 3.0.9 answers the last of them after a minute
        Schemas.all().forEach(this::register);
    }

    /** Registers one schema in its own subject, unless it is, and returns its id. */
    public int register(Schema schema) {
        return register(Schemas.subject(schema), schema);
    }

    /** Registers one schema in a subject of any name, unless it is, and returns its id. */
    public int register(String subject, Schema schema) {
        String path = "/subjects/" + subject + "/versions";
        return send("POST", path, Map.of("schema", schema.toString())).get("id").asInt();
    }

    private JsonNode send(String method, String path, Map<String, String> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(json(body)))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "registry refused " + method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return json(response.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException("no answer from the registry to " + request, fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("the registry's answer is no JSON", fault);
        }
    }

    private static String json(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

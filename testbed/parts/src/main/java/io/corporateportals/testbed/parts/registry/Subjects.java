package io.corporateportals.testbed.parts.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.Schemas;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        send("PUT", "/config", Map.of("compatibility", Schemas.COMPATIBILITY)).join();
        List<CompletableFuture<Void>> sent =
                Schemas.all().stream().map(this::register).toList();
        sent.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> register(Schema schema) {
        String path = "/subjects/" + Schemas.subject(schema) + "/versions";
        return send("POST", path, Map.of("schema", schema.toString()));
    }

    private CompletableFuture<Void> send(String method, String path, Map<String, String> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, HttpRequest.BodyPublishers.ofString(json(body)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(response -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("registry refused " + method + " " + path + ": " + response.statusCode()
                        + " " + response.body());
            }
        });
    }

    private static String json(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

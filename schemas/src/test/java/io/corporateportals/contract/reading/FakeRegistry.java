package io.corporateportals.contract.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.corporateportals.contract.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A registry that answers as Confluent's and Apicurio's do, or as it is told; it has the contract's subjects. */
public final class FakeRegistry implements AutoCloseable {
    private static final Answer NOT_FOUND = new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
    private static final Answer NO_SUBJECT = new Answer(404, "{\"error_code\":40401,\"message\":\"No such subject\"}");

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String body) {}

    public FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/schemas/ids/", exchange -> answer(exchange, NOT_FOUND));
        server.createContext("/subjects/", exchange -> answer(exchange, NO_SUBJECT));
        server.start();
        for (Schema schema : Schemas.all()) answers(versionsOf(schema), 200, "[1]");
    }

    private void answer(HttpExchange exchange, Answer otherwise) throws IOException {
        Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), otherwise);
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** As if the subject had never been there. */
    public void loses(Schema schema) {
        answers.remove(versionsOf(schema));
    }

    /** What it says of the subject. */
    public void answersOf(Schema schema, int status, String body) {
        answers(versionsOf(schema), status, body);
    }

    private static String versionsOf(Schema schema) {
        return "/subjects/" + Schemas.subject(schema) + "/versions";
    }

    int knows(int id, Schema schema) {
        String text = JsonNodeFactory.instance.textNode(schema.toString()).toString();
        return answers(id, 200, "{\"schema\":" + text + "}");
    }

    int answers(int id, int status, String body) {
        answers("/schemas/ids/" + id, status, body);
        return id;
    }

    private void answers(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

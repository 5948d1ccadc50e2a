package io.corporateportals.contract.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** A registry that answers as Confluent's and Apicurio's do, or as it is told. */
final class FakeRegistry implements AutoCloseable {
    private static final Answer NOT_FOUND = new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(int status, String body) {}

    FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/schemas/ids/", exchange -> {
            Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), NOT_FOUND);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    int knows(int id, Schema schema) {
        String text = JsonNodeFactory.instance.textNode(schema.toString()).toString();
        return answers(id, 200, "{\"schema\":" + text + "}");
    }

    int answers(int id, int status, String body) {
        answers.put("/schemas/ids/" + id, new Answer(status, body));
        return id;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

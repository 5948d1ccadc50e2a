package io.corporateportals.testbed.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks a registry that answers what it was told to, one answer after the other. */
class WireFormatTest {
    private static final byte[] RECORD = {0, 0, 0, 0, 1, 2, 'A'};
    private static final String SCHEMA = """
            {"schema": "{\\"type\\": \\"record\\", \\"name\\": \\"Named\\", \\"fields\\": [{\\"name\\": \\"name\\", \\"type\\": \\"string\\"}]}"}""";

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private HttpServer registry;
    private WireFormat format;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/schemas/ids/1", this::answer);
        registry.start();
        format = new WireFormat("http://127.0.0.1:" + registry.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void aRegistryThatIsNotWellIsAskedAgain() {
        statuses.addAll(List.of(500, 503, 200));
        assertThat(format.read(RECORD)).isEqualTo(new Content("Named", Map.of("name", "A")));
        assertThat(statuses).isEmpty();
    }

    @Test
    void whatTheRegistryDoesNotKnowNobodyCanRead() {
        statuses.addAll(List.of(404, 200));
        assertThat(format.readIfPossible(RECORD)).isEqualTo(Content.UNREADABLE);
        assertThat(statuses).containsExactly(200);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = SCHEMA.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(statuses.remove(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

package io.corporateportals.testbed.parts.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** PostgreSQL's protocol, unencrypted: which statements make up a transaction, and when its COMMIT is answered. */
final class PostgresConversation implements Conversation {
    private static final byte[] NOTHING = {};
    private static final int CODE = 4;
    private static final int CONTENT = 5;
    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final byte READY = 'Z';

    private final Predicate<List<String>> lost;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final List<String> transaction = new ArrayList<>();
    private boolean inTransaction;
    private boolean started;
    private volatile boolean oneByteIsDue;
    private volatile boolean losing;

    /**
     * Begins.
     *
     * @param lost whether the answer to the COMMIT of a transaction with these statements is to be lost
     */
    PostgresConversation(Predicate<List<String>> lost) {
        this.lost = lost;
    }

    @Override
    public byte[] request(DataInputStream client) throws IOException {
        if (started) {
            byte[] request = typed(client);
            note(request);
            return request;
        }
        byte[] request = Frame.read(client, NOTHING, Integer.BYTES);
        int code = ByteBuffer.wrap(request).getInt(CODE);
        // the server says yes or no to encryption in one byte
        oneByteIsDue = code == SSL_REQUEST || code == GSS_REQUEST;
        started = !oneByteIsDue;
        return request;
    }

    @Override
    public byte[] answer(DataInputStream server) throws IOException {
        byte[] answer = message(server);
        // all that belongs to the COMMIT, up to where the server is ready for more: then it has taken place
        while (losing && answer[0] != READY) answer = message(server);
        return answer;
    }

    @Override
    public boolean loses(byte[] answer) {
        return losing;
    }

    private byte[] message(DataInputStream server) throws IOException {
        byte[] first = {server.readByte()};
        return oneByteIsDue ? first : Frame.read(server, first, Integer.BYTES);
    }

    private static byte[] typed(DataInputStream from) throws IOException {
        byte[] type = {from.readByte()};
        return Frame.read(from, type, Integer.BYTES);
    }

    private void note(byte[] request) {
        switch (request[0]) {
            case 'Q' -> executed(text(request, CONTENT));
            case 'P' -> {
                String name = text(request, CONTENT);
                statements.put(name, text(request, CONTENT + bytes(name) + 1));
            }
            case 'B' -> {
                String portal = text(request, CONTENT);
                String statement = text(request, CONTENT + bytes(portal) + 1);
                portals.put(portal, statements.getOrDefault(statement, ""));
            }
            case 'E' -> executed(portals.getOrDefault(text(request, CONTENT), ""));
            default -> {
                // says nothing of a transaction
            }
        }
    }

    private void executed(String sql) {
        switch (sql.strip().toUpperCase(Locale.ROOT)) {
            case "BEGIN" -> {
                transaction.clear();
                inTransaction = true;
            }
            case "COMMIT" -> {
                losing = lost.test(List.copyOf(transaction));
                inTransaction = false;
            }
            case "ROLLBACK" -> inTransaction = false;
            default -> {
                if (inTransaction) transaction.add(sql);
            }
        }
    }

    private static String text(byte[] message, int from) {
        int end = from;
        while (message[end] != 0) end++;
        return new String(message, from, end - from, StandardCharsets.UTF_8);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

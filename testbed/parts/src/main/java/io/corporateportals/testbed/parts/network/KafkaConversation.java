package io.corporateportals.testbed.parts.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** Kafka's protocol: a request says which it is, its answer only to which number it belongs. */
final class KafkaConversation implements Conversation {
    private static final byte[] NOTHING = {};
    private static final int API_KEY = 4;
    private static final int CORRELATION_OF_REQUEST = 8;
    private static final int CORRELATION_OF_ANSWER = 4;

    private final IntPredicate lost;
    private final Map<Integer, Integer> apiKeys = new ConcurrentHashMap<>();

    /**
     * Begins.
     *
     * @param lost whether the answer at hand, to a request with this API key, is to be lost
     */
    KafkaConversation(IntPredicate lost) {
        this.lost = lost;
    }

    @Override
    public byte[] request(DataInputStream client) throws IOException {
        byte[] request = Frame.read(client, NOTHING, 0);
        ByteBuffer fields = ByteBuffer.wrap(request);
        apiKeys.put(fields.getInt(CORRELATION_OF_REQUEST), (int) fields.getShort(API_KEY));
        return request;
    }

    @Override
    public byte[] answer(DataInputStream server) throws IOException {
        return Frame.read(server, NOTHING, 0);
    }

    @Override
    public boolean loses(byte[] answer) {
        Integer apiKey = apiKeys.remove(ByteBuffer.wrap(answer).getInt(CORRELATION_OF_ANSWER));
        return apiKey != null && lost.test(apiKey);
    }
}

package io.corporateportals.testbed.parts.network;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Bytes of a protocol that the proxy does not understand: passed on as they come. */
final class Bytes implements Conversation {
    private static final int AT_ONCE = 16_384;

    @Override
    public byte[] request(DataInputStream client) throws IOException {
        return next(client);
    }

    @Override
    public byte[] answer(DataInputStream server) throws IOException {
        return next(server);
    }

    @Override
    public boolean loses(byte[] answer) {
        return false;
    }

    private static byte[] next(DataInputStream from) throws IOException {
        byte[] bytes = new byte[AT_ONCE];
        int length = from.read(bytes);
        if (length < 0) throw new EOFException();
        return Arrays.copyOf(bytes, length);
    }
}

package io.corporateportals.testbed.parts.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Messages that say how long they are. */
final class Frame {
    private static final int LONGEST = 256 * 1024 * 1024;

    private Frame() {}

    /**
     * Reads a message whose length stands in four bytes, and returns it whole.
     *
     * @param before what has been read of it: stands before the length
     * @param counted how many bytes of the length's own the length counts
     */
    static byte[] read(DataInputStream from, byte[] before, int counted) throws IOException {
        int length = from.readInt();
        int rest = length - counted;
        if (rest < 0 || rest > LONGEST) throw new IOException("not a message: " + length + " bytes long");
        int head = before.length + Integer.BYTES;
        byte[] message = new byte[head + rest];
        ByteBuffer.wrap(message).put(before).putInt(length);
        from.readFully(message, head, rest);
        return message;
    }
}

package io.corporateportals.testbed.parts.network;

import java.io.DataInputStream;
import java.io.IOException;

/** What is said on one connection: where a message ends, and which answers are to be lost. */
interface Conversation {
    /** Reads what the client says next, and takes note of it. */
    byte[] request(DataInputStream client) throws IOException;

    /** Reads what the server says next. */
    byte[] answer(DataInputStream server) throws IOException;

    /** Whether this answer is lost, and the connection with it. */
    boolean loses(byte[] answer);
}

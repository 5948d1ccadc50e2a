package io.corporateportals.testbed.parts.network;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A client's connection and the one to the server behind it, with a thread for each direction. */
final class Connection {
    private final Socket client;
    private final Socket server = new Socket();
    private final Supplier<Conditions> conditions;
    private final Conversation conversation;
    private volatile boolean swallowed;
    private volatile boolean forgotten;

    Connection(Socket client, Supplier<Conditions> conditions, Conversation conversation) {
        this.client = client;
        this.conditions = conditions;
        this.conversation = conversation;
    }

    /** Connects to the server and passes on what is said, until one of the two hangs up. */
    void serve(SocketAddress address) {
        try {
            client.setTcpNoDelay(true);
            if (!conditions.get().halfOpen()) {
                server.setTcpNoDelay(true);
                server.connect(address);
                Proxy.thread("answers", this::answers);
            }
            requests();
        } catch (IOException ended) {
            // by either of them, or by us
        } finally {
            close();
        }
    }

    private void requests() throws IOException {
        DataInputStream from = buffered(client);
        Way way = new Way(from);
        while (true) {
            byte[] request = conversation.request(from);
            if (way.leads()) server.getOutputStream().write(request);
        }
    }

    private void answers() {
        try {
            DataInputStream from = buffered(server);
            OutputStream to = client.getOutputStream();
            Way way = new Way(from);
            while (true) {
                byte[] answer = conversation.answer(from);
                if (conversation.loses(answer)) {
                    cut();
                    return;
                }
                if (way.leads()) to.write(answer);
            }
        } catch (IOException ended) {
            // by either of them, or by us
        } finally {
            close();
        }
    }

    /** One direction. */
    private final class Way {
        private final DataInputStream from;
        private boolean moreHadArrived;

        private Way(DataInputStream from) {
            this.from = from;
        }

        /** Waits as long as a message is on its way; false if it never arrives. */
        private boolean leads() throws IOException {
            long delay = conditions.get().delay().toNanos();
            // what had arrived while another was waiting has waited too
            if (delay > 0 && !moreHadArrived) pause(delay);
            moreHadArrived = from.available() > 0;
            // a stream may end anywhere, but never lacks its middle
            if (!swallowed && !forgotten && !conditions.get().halfOpen()) return true;
            swallowed = true;
            // healed in between: nobody else closes it then
            if (!forgotten && !conditions.get().halfOpen()) cut();
            return false;
        }
    }

    /** Whatever is said on it from now on disappears, and neither learns that the other has hung up. */
    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** Whether something was said on it that never arrives. */
    boolean hasSwallowed() {
        return swallowed;
    }

    /** Ends it so that both find it reset. */
    void cut() {
        reset(client);
        reset(server);
    }

    private void close() {
        if (forgotten) return;
        quietly(client);
        quietly(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // then there is nothing to reset
        }
        quietly(socket);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // as it should be
        }
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static DataInputStream buffered(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536));
    }
}

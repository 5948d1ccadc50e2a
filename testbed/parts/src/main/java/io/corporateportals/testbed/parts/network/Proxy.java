package io.corporateportals.testbed.parts.network;

import io.corporateportals.testbed.parts.machine.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and one server, and does what a bad network does, from when it is told until it is told to
 * {@link #heal()}. May be used by any thread.
 */
public sealed class Proxy implements AutoCloseable permits KafkaProxy, PostgresProxy {
    private static final String LOOPBACK = "127.0.0.1";

    private final InetSocketAddress server;
    private final int port;
    private final Supplier<Conversation> conversations;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Conditions conditions = Conditions.GOOD;
    private @Nullable ServerSocket listener;

    Proxy(String host, int serverPort, int port, Supplier<Conversation> conversations) {
        this.server = new InetSocketAddress(host, serverPort);
        this.port = port;
        this.conversations = conversations;
    }

    /** A proxy to a server of any protocol, on a free port. */
    public static Proxy to(String host, int port) {
        return new Proxy(host, port, Port.free(), Bytes::new).open();
    }

    /** Where clients find it, on the loopback interface. */
    public int port() {
        return port;
    }

    /** Where clients find it: host:port. */
    public String address() {
        return LOOPBACK + ":" + port;
    }

    /** Resets all connections there are; new ones are accepted. */
    public void cut() {
        connections.forEach(Connection::cut);
    }

    /** New connections are refused; those there are stay. */
    public synchronized void refuse() {
        ServerSocket open = listener;
        listener = null;
        if (open == null) return;
        try {
            open.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Everything is on its way for so long, in each direction. */
    public void delay(Duration each) {
        conditions = new Conditions(each, conditions.halfOpen());
    }

    /** Connections are accepted and stay, and whatever is said on them disappears. */
    public void halfOpen() {
        conditions = new Conditions(conditions.delay(), true);
    }

    /**
     * What is said on the connections there are disappears, and nobody is told, as behind a firewall that has lost what it
     * knew; new ones are good. They stay so until {@link #cut()}.
     */
    public void forget() {
        connections.forEach(Connection::forget);
    }

    /** Is a good network again, and forgets what was planned; a connection on which something disappeared is reset. */
    public void heal() {
        conditions = Conditions.GOOD;
        connections.stream()
                .filter(connection -> connection.hasSwallowed() && !connection.isForgotten())
                .forEach(Connection::cut);
        open();
    }

    /** Resets all connections and accepts no more. */
    @Override
    public void close() {
        refuse();
        cut();
    }

    final synchronized Proxy open() {
        if (listener != null) return this;
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = opened;
            thread("proxy-" + port, () -> accept(opened));
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                thread("requests", () -> serve(client));
            } catch (IOException closedOrGoneAlready) {
                // the first ends the loop
            }
        }
    }

    private void serve(Socket client) {
        Connection connection = new Connection(client, () -> conditions, conversations.get());
        connections.add(connection);
        try {
            connection.serve(server);
        } finally {
            if (!connection.isForgotten()) connections.remove(connection);
        }
    }

    static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}

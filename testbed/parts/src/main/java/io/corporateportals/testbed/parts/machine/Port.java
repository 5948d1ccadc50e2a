package io.corporateportals.testbed.parts.machine;

import io.corporateportals.testbed.parts.process.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of the loopback interface for a child to listen on. */
public final class Port {
    // below the range from which the system takes ports of its own: a child that is restarted finds its port free
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 65_535;
    private static final int COUNT = 10_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Port() {}

    /** A free port that this JVM has not given out before. */
    public static int free() {
        for (int attempt = 0; attempt < COUNT; attempt++) {
            int port = LOWEST + RANDOM.nextInt(COUNT);
            if (isFree(port) && GIVEN.add(port)) return port;
        }
        throw new CannotStart("no free port between " + LOWEST + " and " + (LOWEST + COUNT));
    }

    /**
     * {@code wanted}, or a free one if that is 0.
     *
     * @param option what the person wrote to ask for it, for the message
     */
    public static int freeOr(int wanted, String option) {
        if (wanted == 0) return free();
        if (wanted < 0 || wanted > HIGHEST) throw new CannotStart(option + ": there is no port " + wanted);
        if (!isFree(wanted))
            throw new CannotStart("port " + wanted + " is taken: give " + option + " another, or 0 for any");
        return wanted;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

package io.corporateportals.testbed.parts.network;

import java.util.concurrent.atomic.AtomicInteger;

/** Answers that were planned to be lost: each reaches the proxy, not the client, and its connection is cut. */
public final class Drops {
    private final AtomicInteger left;
    private final AtomicInteger happened = new AtomicInteger();

    Drops(int planned) {
        if (planned < 1) throw new IllegalArgumentException("planned: must be at least 1");
        left = new AtomicInteger(planned);
    }

    /** How many have happened so far. */
    public int happened() {
        return happened.get();
    }

    /** How many are still to happen: none after {@link Proxy#heal()}. */
    public int left() {
        return left.get();
    }

    /** Whether the answer at hand is to be one of them. */
    boolean take() {
        if (left.getAndUpdate(n -> Math.max(0, n - 1)) == 0) return false;
        happened.incrementAndGet();
        return true;
    }

    void cancel() {
        left.set(0);
    }
}

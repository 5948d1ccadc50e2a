package io.corporateportals.testbed.simulation.scheduling;

import java.util.List;
import java.util.UUID;

/** The one source of randomness: the same seed, the same draws. */
public final class Chance {
    private long state;

    public Chance(long seed) {
        this.state = seed;
    }

    /** SplitMix64. */
    public long next() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to {@code bound}, which is not included. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in {@code probability} of all cases. */
    public boolean in(double probability) {
        return probability > 0 && (next() >>> 11) * 0x1.0p-53 < probability;
    }

    public <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }

    /** Unlike any other. */
    public UUID uuid() {
        return new UUID(next(), next());
    }
}

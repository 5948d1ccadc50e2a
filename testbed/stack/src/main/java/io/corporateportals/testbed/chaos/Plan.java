package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.fault.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which faults come when: each kind before any comes again, alone or in pairs. */
final class Plan {
    static final int ANY_NUMBER = Integer.MAX_VALUE;

    private static final int PAIRS_IN_TEN = 3;

    private final List<Fault> kinds;
    private final Random random;
    private final List<Fault> left = new ArrayList<>();

    Plan(List<Fault> kinds, Random random) {
        this.kinds = List.copyOf(kinds);
        this.random = random;
    }

    /** The next fault, or the next two at once; at most so many. */
    List<Fault> next(int atMost) {
        List<Fault> next = new ArrayList<>();
        next.add(draw());
        if (atMost > 1 && random.nextInt(10) < PAIRS_IN_TEN) {
            Fault other = draw();
            if (!other.kind().equals(next.get(0).kind())
                    && other.needs().goWith(next.get(0).needs())) next.add(other);
            else left.add(other);
        }
        return next;
    }

    private Fault draw() {
        if (left.isEmpty()) {
            left.addAll(kinds);
            Collections.shuffle(left, random);
        }
        return left.remove(left.size() - 1);
    }

    /** How long the system is left alone before the next, in milliseconds. */
    long pauseMillis() {
        return 200L + random.nextInt(1800);
    }

    /** How long what comes in a rush has been under way when the next comes, in milliseconds. */
    long rushMillis() {
        return 20L + random.nextInt(400);
    }
}

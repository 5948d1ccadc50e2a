package io.corporateportals.testbed.simulation;

import io.corporateportals.testbed.simulation.Schedule.Outcome;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import io.corporateportals.testbed.simulation.scheduling.Toll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many schedules, one after the other on each processor, until one fails.
 *
 * @param seed of the first; each other's is one more
 */
record Campaign(long seed, int schedules) {
    static final int BY_DEFAULT = 20_000;
    private static final int PROCESSORS_AT_MOST = 4;

    /** As {@code -Dsimulation.seed} and {@code -Dsimulation.schedules} say; other ones each time, where they do not. */
    static Campaign asAsked() {
        return new Campaign(
                Long.getLong("simulation.seed", System.nanoTime()),
                Integer.getInteger("simulation.schedules", BY_DEFAULT));
    }

    /**
     * What came of it.
     *
     * @param failure the failing schedule with the lowest number; null: none
     */
    record Result(@Nullable Outcome failure, Toll toll) {}

    private record Share(@Nullable Outcome failure, Toll toll) {}

    /** Runs them all, or all up to one that fails. */
    Result run(Supplier<Conduct> conduct) throws InterruptedException, ExecutionException {
        int runners = Math.min(PROCESSORS_AT_MOST, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(runners);
        try {
            AtomicLong next = new AtomicLong();
            AtomicLong firstFailure = new AtomicLong(Long.MAX_VALUE);
            List<Future<Share>> shares = new ArrayList<>();
            for (int i = 0; i < runners; i++) shares.add(executor.submit(() -> runSome(conduct, next, firstFailure)));
            Outcome first = null;
            Toll toll = Toll.NONE;
            for (Future<Share> share : shares) {
                Outcome found = share.get().failure();
                toll = toll.plus(share.get().toll());
                if (found != null && (first == null || number(found) < number(first))) first = found;
            }
            return new Result(first, toll);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Which one of the schedules it was, from 1 on. */
    long number(Outcome outcome) {
        return outcome.seed() - seed + 1;
    }

    private Share runSome(Supplier<Conduct> conduct, AtomicLong next, AtomicLong firstFailure)
            throws InterruptedException {
        Scheduler.Threads threads = new Scheduler.Threads();
        Toll toll = Toll.NONE;
        while (true) {
            long index = next.getAndIncrement();
            if (index >= schedules || index > firstFailure.get()) return new Share(null, toll);
            Outcome outcome = Schedule.run(seed + index, conduct.get(), threads, false);
            toll = toll.plus(outcome.toll());
            if (outcome.violation() != null) {
                firstFailure.accumulateAndGet(index, Math::min);
                return new Share(outcome, toll);
            }
        }
    }

    /** What a seed leads to, step by step; ids only. */
    static String report(long seed, Conduct conduct) throws InterruptedException {
        Outcome outcome = Schedule.run(seed, conduct, new Scheduler.Threads(), true);
        String end = outcome.violation() == null
                ? "nothing that must not happen"
                : outcome.violation().what();
        return "seed " + seed + "\n" + String.join("\n", outcome.trace()) + "\nseed " + seed + ": " + end;
    }
}

package io.corporateportals.testbed.watch;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits as long as something moves. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long A_MOMENT_MILLIS = 20;

    private final Supplier<@Nullable String> fault;
    private @Nullable Object last;
    private long since = System.nanoTime();

    /**
     * Begins to wait.
     *
     * @param fault says why there is no point in waiting; null: there is
     */
    public Patience(Supplier<@Nullable String> fault) {
        this.fault = fault;
    }

    /** Waits a moment; gives up where {@code state} has been the same for too long. */
    public void moment(Object state) {
        String reason = fault.get();
        if (reason != null) throw new Stalled(reason);
        if (!Objects.equals(last, state)) {
            last = state;
            since = System.nanoTime();
        } else if (System.nanoTime() - since > LONGEST.toNanos()) {
            throw new Stalled("nothing has moved for " + LONGEST.toMinutes() + " minutes");
        }
        Pause.millis(A_MOMENT_MILLIS);
    }
}

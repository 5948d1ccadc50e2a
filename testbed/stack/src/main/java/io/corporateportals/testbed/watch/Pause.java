package io.corporateportals.testbed.watch;

import java.util.concurrent.TimeUnit;

/** Lets time pass while something else goes on. */
public final class Pause {
    private Pause() {}

    /** Returns after so many milliseconds; {@link IllegalStateException} if it is interrupted. */
    public static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

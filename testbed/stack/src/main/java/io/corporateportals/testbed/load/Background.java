package io.corporateportals.testbed.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that is done again and again while something else goes on. */
final class Background implements AutoCloseable {
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;

    /**
     * Begins.
     *
     * @param everyMillis how long it rests in between
     */
    Background(String name, int everyMillis, Runnable turn) {
        thread = new Thread(() -> run(everyMillis, turn), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(int everyMillis, Runnable turn) {
        try {
            while (!stopping.await(everyMillis, TimeUnit.MILLISECONDS)) turn.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            failure = fault;
        }
    }

    /** Why it has ended; null: it goes on. */
    @Nullable
    String fault() {
        RuntimeException fault = failure;
        return fault == null ? null : thread.getName() + ": " + fault;
    }

    /** Returns when the last turn is over. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException fault = failure;
        if (fault != null) throw fault;
    }
}

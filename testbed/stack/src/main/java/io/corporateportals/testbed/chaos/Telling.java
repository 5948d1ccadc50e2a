package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.script.Script;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The LMS at work: tells its script at a steady pace until it is stopped, whatever happens to the system. */
final class Telling implements AutoCloseable {
    private static final int EVERY_MILLIS = 20;

    private final Script script;
    private final int eachTime;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicLong told = new AtomicLong();
    private volatile @Nullable RuntimeException failure;

    Telling(Script script, int eventsPerSecond) {
        this.script = script;
        this.eachTime = Math.max(1, eventsPerSecond * EVERY_MILLIS / 1000);
        thread = new Thread(this::run, "lms");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS))
                for (int n = 0; n < eachTime; n++) {
                    script.next();
                    told.incrementAndGet();
                }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            failure = fault;
        }
    }

    /** How many events so far. */
    long told() {
        RuntimeException fault = failure;
        if (fault != null) throw fault;
        return told.get();
    }

    /** Returns when it has told its last event. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        told();
    }
}

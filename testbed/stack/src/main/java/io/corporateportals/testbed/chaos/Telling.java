package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.script.Script;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The LMS at work: tells its script at a steady pace until it is stopped, whatever happens to the system. */
final class Telling implements AutoCloseable {
    private final Script script;
    private final int everyMillis;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicLong told = new AtomicLong();
    private volatile boolean rushing;
    private volatile @Nullable RuntimeException failure;

    Telling(Script script, int eventsPerSecond) {
        this.script = script;
        this.everyMillis = 1000 / eventsPerSecond;
        thread = new Thread(this::run, "lms");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stopping.await(everyMillis, TimeUnit.MILLISECONDS)) {
                script.next();
                told.incrementAndGet();
                if (!rushing) continue;
                rushing = false;
                told.addAndGet(script.rush());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            failure = fault;
        }
    }

    /** Tells much at once, soon. */
    void rush() {
        rushing = true;
    }

    /** How many events so far. */
    long told() {
        RuntimeException fault = failure;
        if (fault != null) throw new IllegalStateException("the LMS fell silent", fault);
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

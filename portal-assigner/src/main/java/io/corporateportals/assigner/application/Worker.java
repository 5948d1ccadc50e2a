package io.corporateportals.assigner.application;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread that does a piece of work again and again, rests when there is none, and survives what goes wrong. */
public final class Worker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration REST_AFTER_FAULT = Duration.ofSeconds(1);

    private final String name;
    private final Duration rest;
    private final BooleanSupplier work;
    private final Runnable end;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /**
     * Prepares the thread.
     *
     * @param rest how long it rests where there was nothing to do
     * @param work does one piece; false: there was nothing to do
     * @param end runs once, after the last piece
     */
    public Worker(String name, Duration rest, BooleanSupplier work, Runnable end) {
        this.name = name;
        this.rest = rest;
        this.work = work;
        this.end = end;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, name);
        thread = started;
        started.start();
    }

    private void run() {
        while (stopping.getCount() > 0) rest(piece());
        end.run();
    }

    private Duration piece() {
        try {
            return work.getAsBoolean() ? Duration.ZERO : rest;
        } catch (RuntimeException | Error fault) {
            log.warn("{}: {}, trying again", name, Faults.inWords(fault));
            return REST_AFTER_FAULT;
        }
    }

    private void rest(Duration time) {
        try {
            if (!time.isZero() && stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread running = thread;
        if (running == null) return;
        try {
            running.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

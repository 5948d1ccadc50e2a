package io.corporateportals.exporter;

import io.corporateportals.exporter.application.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What is done now and then beside the loops: feeds for new portals, heartbeats, a look at what is held up. */
final class Chores implements SmartLifecycle, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Chores.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final List<Runnable> chores;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "chores");
    private volatile boolean running;

    Chores(List<Runnable> chores) {
        this.chores = List.copyOf(chores);
    }

    private void run() {
        try {
            do {
                chores.forEach(Chores::attempt);
            } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException | Error e) {
            log.warn("a chore is tried again: {}", Faults.inWords(e));
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public void close() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

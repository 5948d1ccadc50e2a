package io.corporateportals.exporter.kafka;

import io.corporateportals.exporter.application.Faults;
import io.corporateportals.exporter.application.Tenure;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition's time with this instance, and the thread that serves it. */
final class PartitionTenure implements Tenure {
    private static final Logger log = LoggerFactory.getLogger(PartitionTenure.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(1);

    // the first may have been under way before it was waited for
    private static final int CONFIRMATIONS = 2;

    private final int partition;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Semaphore confirmations = new Semaphore(0);

    PartitionTenure(int partition) {
        this.partition = partition;
    }

    void run(Runnable loop) {
        Thread thread = new Thread(
                () -> {
                    while (!served(loop)) pause(REST);
                    finished.countDown();
                },
                "partition-" + partition);
        thread.setDaemon(true);
        thread.start();
    }

    // nobody else may serve the partition as long as this instance has it
    private boolean served(Runnable loop) {
        try {
            loop.run();
            return true;
        } catch (RuntimeException | Error fault) {
            log.error("partition {} begins anew: {}", partition, Faults.inWords(fault));
            return !holds();
        }
    }

    void confirm() {
        confirmations.release();
    }

    void end() {
        ended.countDown();
        confirmations.release(CONFIRMATIONS);
    }

    /** Waits for what the loops have begun, all together for no longer than one may take. */
    static void awaitEnd(Collection<PartitionTenure> tenures) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (PartitionTenure tenure : tenures) tenure.awaitEnd(end - System.nanoTime());
    }

    private void awaitEnd(long nanos) {
        try {
            if (!finished.await(nanos, TimeUnit.NANOSECONDS))
                log.warn("partition {} is given up while its loop is busy; the next owner's fence ends it", partition);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean holds() {
        return ended.getCount() > 0;
    }

    @Override
    public boolean confirmed() {
        confirmations.drainPermits();
        try {
            return confirmations.tryAcquire(CONFIRMATIONS, PATIENCE.toSeconds(), TimeUnit.SECONDS) && holds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void pause(Duration atMost) {
        try {
            if (ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

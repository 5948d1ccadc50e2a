package io.corporateportals.testbed.watch;

import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Logged;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A partner's client that never stops reading, of every feed at once, and keeps all that it was ever shown. What is wrong
 * by itself, whatever the rules say, it counts at once.
 */
public final class FeedWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LOOK_FOR_FEEDS_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HEARTBEAT = "_heartbeat";

    private final LogReader reader;
    private final IsolationLevel isolation;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean wantedAtTheEnd = new AtomicBoolean();
    private volatile @Nullable RuntimeException failure;
    private final List<Shown> all = new ArrayList<>();
    private final Map<TopicPartition, Shown> current = new HashMap<>();
    private long values;
    private long afterEnd;
    private long ofOthers;
    private long twice;

    /** What one topic showed; a topic that is deleted and made again shows another. */
    public static final class Shown {
        private final String portalId;
        private final List<Logged> records = new ArrayList<>();
        private final Set<String> ended = new HashSet<>();
        private final Set<String> entries = new HashSet<>();
        private long next;

        private Shown(String portalId) {
            this.portalId = portalId;
        }

        /** The portal whose feed it is. */
        public String portalId() {
            return portalId;
        }

        /** The records, in order. */
        public List<Logged> records() {
            synchronized (records) {
                return List.copyOf(records);
            }
        }
    }

    /**
     * What was counted so far.
     *
     * @param afterEnd values that follow their SharingEnded
     * @param ofOthers records that name another portal
     * @param twice entries that were there before
     */
    public record Counted(long values, long afterEnd, long ofOthers, long twice) {}

    /** Begins to read. */
    public FeedWatch(LogReader reader, IsolationLevel isolation) {
        this.reader = reader;
        this.isolation = isolation;
        thread = new Thread(this::run, "watch " + isolation);
        thread.setDaemon(true);
        thread.start();
    }

    /** What was counted so far. */
    public synchronized Counted counted() {
        return new Counted(values, afterEnd, ofOthers, twice);
    }

    /**
     * Everything that was shown, up to the end of every feed.
     *
     * @throws IllegalStateException if it does not get there
     */
    public List<Shown> shown() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        wantedAtTheEnd.set(true);
        while (wantedAtTheEnd.get()) {
            if (failure != null) throw new IllegalStateException("reads no more: " + isolation, failure);
            if (System.nanoTime() > end)
                throw new IllegalStateException("is not at the end of the feeds: " + isolation);
            Pause.millis(POLL.toMillis());
        }
        synchronized (this) {
            return List.copyOf(all);
        }
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (KafkaConsumer<String, byte[]> consumer = reader.consumer(isolation)) {
                resume(consumer);
                read(consumer);
            } catch (KafkaException | UncheckedIOException brokerOrRegistryIsAway) {
                // again, from where it was
            } catch (RuntimeException fault) {
                failure = fault;
                return;
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        long nextLook = 0;
        while (stopping.getCount() > 0) {
            boolean atTheEnd = wantedAtTheEnd.get();
            if (atTheEnd || System.currentTimeMillis() >= nextLook) {
                assign(consumer);
                nextLook = System.currentTimeMillis() + LOOK_FOR_FEEDS_MILLIS;
            }
            if (atTheEnd && isAtTheEnd(consumer)) wantedAtTheEnd.set(false);
            if (consumer.assignment().isEmpty()) rest();
            else for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) take(record);
        }
    }

    private static boolean isAtTheEnd(KafkaConsumer<String, byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void rest() {
        try {
            if (stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void resume(KafkaConsumer<String, byte[]> consumer) {
        if (current.isEmpty()) return;
        consumer.assign(current.keySet());
        current.forEach((partition, shown) -> consumer.seek(partition, shown.next));
    }

    private void assign(KafkaConsumer<String, byte[]> consumer) {
        Set<TopicPartition> feeds = new HashSet<>();
        for (String topic : consumer.listTopics().keySet())
            if (LogReader.portalOf(topic).matches()) feeds.add(new TopicPartition(topic, 0));
        Set<TopicPartition> fresh = new HashSet<>(feeds);
        fresh.removeAll(consumer.assignment());
        if (feeds.equals(consumer.assignment())) return;
        consumer.assign(feeds);
        consumer.seekToBeginning(fresh);
    }

    private synchronized void take(ConsumerRecord<String, byte[]> record) {
        TopicPartition feed = new TopicPartition(record.topic(), record.partition());
        Shown shown = current.get(feed);
        if (shown == null || record.offset() < shown.next) {
            Matcher name = LogReader.portalOf(record.topic());
            if (!name.matches()) return;
            shown = new Shown(name.group(1));
            current.put(feed, shown);
            all.add(shown);
        }
        Logged logged = reader.logged(record);
        shown.next = record.offset() + 1;
        synchronized (shown.records) {
            shown.records.add(logged);
        }
        count(shown, logged);
    }

    private void count(Shown shown, Logged logged) {
        Content content = logged.content();
        String ref = logged.key().split("/", 2)[0];
        if (content == null || ref.equals(HEARTBEAT)) return;
        values++;
        if (!shown.portalId.equals(content.fields().get("portalId"))) ofOthers++;
        if (content.name().equals("SharingEnded")) shown.ended.add(ref);
        else if (shown.ended.contains(ref)) afterEnd++;
        if (logged.key().contains("/") && !shown.entries.add(logged.key())) twice++;
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.application.Publications;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.model.LearnerRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every feed twice, as a read_uncommitted and as a read_committed reader. */
final class KafkaPublications implements Publications {
    private static final Logger log = LoggerFactory.getLogger(KafkaPublications.class);
    private static final Pattern FEED = Pattern.compile(
            Topics.employerFeed("PORTAL").name().replace(".", "\\.").replace("PORTAL", "([a-z0-9-]+)"));
    private static final Duration POLL = Duration.ofMillis(500);

    /** More than a transaction of ours lasts. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Millions of entries take minutes, in which nothing else happens. */
    private static final Duration TELL_EVERY = Duration.ofSeconds(15);

    private static final String EVERYTHING = "read_uncommitted";
    private static final String COMMITTED = "read_committed";

    private final Admin admin;
    private final Map<String, Object> settings;
    private final Deserializer<?> values;

    /**
     * Reads with consumers of its own.
     *
     * @param values tells SharedLearner from SharingEnded
     */
    KafkaPublications(Admin admin, Map<String, Object> settings, Deserializer<?> values) {
        this.admin = admin;
        this.settings = new HashMap<>(settings);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        this.settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        this.values = values;
    }

    @Override
    public Published read(UnaryOperator<Set<LearnerRef>> concerned) {
        List<TopicPartition> feeds = Answers.of(admin.listTopics().names()).stream()
                .filter(name -> FEED.matcher(name).matches())
                .map(name -> new TopicPartition(name, FeedPartition.NUMBER))
                .toList();
        FeedContents contents = new FeedContents(FEED, values);
        if (feeds.isEmpty()) return contents.published();
        Map<TopicPartition, Long> ends;
        try (Consumer<String, byte[]> seen = consumer(EVERYTHING)) {
            ends = Map.copyOf(seen.endOffsets(feeds));
            read(EVERYTHING, seen, ends, concerned, contents::seen);
        }
        // to the same ends: what is there behind an open transaction must have been decided one way or the other
        try (Consumer<String, byte[]> committed = consumer(COMMITTED)) {
            read(COMMITTED, committed, ends, concerned, contents::committed);
        }
        return contents.published();
    }

    private static void read(
            String isolation,
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            UnaryOperator<Set<LearnerRef>> concerned,
            BiConsumer<LearnerRef, ConsumerRecord<String, byte[]>> each) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long all = left(consumer, ends);
        long left = Long.MAX_VALUE;
        long end = 0;
        long told = System.nanoTime();
        for (long now = all; now > 0; now = left(consumer, ends)) {
            if (now < left) end = System.nanoTime() + PATIENCE.toNanos();
            left = now;
            if (System.nanoTime() > end) throw new IllegalStateException("a feed cannot be read to its end");
            if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
                log.info("reading the feeds, {}: {} of {} records left", isolation, left, all);
                told = System.nanoTime();
            }
            Map<ConsumerRecord<String, byte[]>, LearnerRef> read = new LinkedHashMap<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL))
                FeedContents.ref(record).ifPresent(ref -> read.put(record, ref));
            Set<LearnerRef> kept = concerned.apply(Set.copyOf(read.values()));
            read.forEach((record, ref) -> {
                if (kept.contains(ref)) each.accept(ref, record);
            });
        }
    }

    private static long left(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private Consumer<String, byte[]> consumer(String isolation) {
        Map<String, Object> with = new HashMap<>(settings);
        with.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(with, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

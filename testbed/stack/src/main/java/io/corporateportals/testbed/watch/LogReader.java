package io.corporateportals.testbed.watch;

import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Logged;
import io.corporateportals.testbed.oracle.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning. Whatever several records say is held once: a long run reads each feed several times. */
public final class LogReader {
    private static final Pattern FEED = Pattern.compile("employer\\.(.+)\\.feed");
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final WireFormat format;
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /** With schemas from the registry behind {@code format}. */
    public LogReader(String bootstrapServers, WireFormat format) {
        this.bootstrapServers = bootstrapServers;
        this.format = format;
    }

    /** A consumer that belongs to no group. */
    public KafkaConsumer<String, byte[]> consumer(IsolationLevel isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation.toString(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What a record says. */
    public Logged logged(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        Content content = format.readIfPossible(record.value());
        return new Logged(
                record.partition(),
                record.offset(),
                record.timestamp(),
                key == null ? key : once(key),
                content == null ? content : once(content));
    }

    @SuppressWarnings("unchecked") // it equals the other
    private <T> T once(T value) {
        Object before = known.putIfAbsent(value, value);
        return before == null ? value : (T) before;
    }

    /** All that a topic holds now. */
    public List<Logged> read(String topic, IsolationLevel isolation) {
        List<Logged> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(isolation)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) records.add(logged(record));
        }
        return records;
    }

    /** The partitions of a topic. */
    public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Whether a topic is an employer's feed; the first group is its portal. */
    static Matcher portalOf(String topic) {
        return FEED.matcher(topic);
    }

    /** Every employer's feed, as a careful partner reads it and as a careless one does. */
    public List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (String topic : topics()) {
            Matcher name = portalOf(topic);
            if (name.matches())
                feeds.add(new Feed(
                        name.group(1),
                        read(topic, IsolationLevel.READ_COMMITTED),
                        read(topic, IsolationLevel.READ_UNCOMMITTED)));
        }
        return feeds;
    }

    private Iterable<String> topics() {
        try (KafkaConsumer<String, byte[]> consumer = consumer(IsolationLevel.READ_COMMITTED)) {
            return new TreeSet<>(consumer.listTopics().keySet());
        }
    }
}

package io.corporateportals.exporter;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topics;
import io.corporateportals.feed.FeedHeartbeat;
import io.corporateportals.feed.SharingEnded;
import io.corporateportals.testbed.parts.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads a feed from its beginning, as its partner would; heartbeats only where asked for. */
final class Partner {
    static {
        AvroLimits.set();
    }

    private final Parts parts;
    private final TopicPartition feed;

    /** One record of a feed. */
    record Received(String key, @Nullable SpecificRecord value) {
        String type() {
            return value == null ? "null" : value.getSchema().getName();
        }
    }

    Partner(Parts parts, String portal) {
        this.parts = parts;
        this.feed = new TopicPartition(Topics.employerFeed(portal).name(), 0);
    }

    /** What a read_committed reader gets. */
    List<Received> committed() {
        return read("read_committed").stream().filter(Partner::isNoHeartbeat).toList();
    }

    /** What a read_uncommitted reader gets, which is what most clients are by default. */
    List<Received> everything() {
        return read("read_uncommitted").stream().filter(Partner::isNoHeartbeat).toList();
    }

    List<String> typesCommitted() {
        return committed().stream().map(Received::type).toList();
    }

    long heartbeats() {
        return read("read_committed").stream()
                .filter(one -> !isNoHeartbeat(one))
                .count();
    }

    private static boolean isNoHeartbeat(Received received) {
        return !(received.value() instanceof FeedHeartbeat);
    }

    private List<Received> read(String isolation) {
        Map<String, Object> settings = new HashMap<>(SerdeSettings.forRegistry(parts.registryUrl()));
        settings.put("bootstrap.servers", parts.bootstrapServers());
        settings.put("isolation.level", isolation);
        settings.put("allow.auto.create.topics", "false");
        settings.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        settings.put("value.deserializer", SerdeSettings.DESERIALIZER);
        List<Received> received = new ArrayList<>();
        try (Consumer<String, SpecificRecord> consumer = new KafkaConsumer<>(settings)) {
            Map<String, List<org.apache.kafka.common.PartitionInfo>> topics = consumer.listTopics();
            if (!topics.containsKey(feed.topic())) return received;
            consumer.assign(Set.of(feed));
            consumer.seekToBeginning(Set.of(feed));
            long end = consumer.endOffsets(Set.of(feed)).values().iterator().next();
            while (consumer.position(feed) < end)
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> received.add(new Received(record.key(), record.value())));
        }
        return received;
    }

    /** The policy versions of all values, in order. */
    List<String> policies() {
        return committed().stream()
                .map(Received::value)
                .filter(Objects::nonNull)
                .map(value ->
                        value.get(value.getSchema().getField("policyVersion").pos()))
                .map(String::valueOf)
                .toList();
    }

    /** The entries that a read_committed reader sees more than once. */
    List<String> repeated() {
        Map<String, Long> times = committed().stream()
                .filter(one -> one.value() != null && one.key().contains("/"))
                .collect(Collectors.groupingBy(Received::key, Collectors.counting()));
        return times.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The keys of values that a read_uncommitted reader sees after the end of what they belong to. */
    List<String> leaked() {
        Set<String> ended = new HashSet<>();
        List<String> leaked = new ArrayList<>();
        for (Received one : everything()) {
            String ref = one.key().split("/", 2)[0];
            if (one.value() instanceof SharingEnded) ended.add(ref);
            else if (one.value() != null && ended.contains(ref)) leaked.add(one.key());
        }
        return leaked;
    }

    /** The values that are left after compaction, by key. */
    Map<String, String> live() {
        Map<String, Received> last = new HashMap<>();
        for (Received one : committed()) last.put(one.key(), one);
        return last.values().stream()
                .filter(one -> one.value() != null)
                .collect(Collectors.toMap(Received::key, Received::type));
    }
}

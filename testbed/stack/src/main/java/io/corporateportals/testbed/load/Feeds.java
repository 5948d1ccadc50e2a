package io.corporateportals.testbed.load;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.watch.LogReader;
import io.corporateportals.testbed.watch.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Reads the feeds of all partners from their beginning, as they do. For one thread at a time. */
final class Feeds implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, String> portals;
    private final Told told;
    private final Seen seen;

    Feeds(LogReader reader, Told told, Seen seen) {
        this.consumer = reader.consumer(IsolationLevel.READ_COMMITTED);
        this.portals = told.partners().stream()
                .collect(Collectors.toMap(
                        partner -> new TopicPartition(
                                Topics.employerFeed(partner.id()).name(), 0),
                        Partner::id));
        this.told = told;
        this.seen = seen;
    }

    /** Returns when there are feeds. */
    void awaitMade(Patience patience) {
        List<String> topics =
                portals.keySet().stream().map(TopicPartition::topic).toList();
        while (!consumer.listTopics().keySet().containsAll(topics)) patience.moment("feeds");
        consumer.assign(portals.keySet());
        consumer.seekToBeginning(portals.keySet());
    }

    /** Takes what is new; what nobody can have had before now came now. */
    void takeNew() {
        take(record -> System.currentTimeMillis());
    }

    /** Takes all that there is, as of the time at which it was sent. */
    void takeAll() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(portals.keySet());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
            take(ConsumerRecord::timestamp);
    }

    private void take(ToLongFunction<ConsumerRecord<?, ?>> clock) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            String portal = portals.get(new TopicPartition(record.topic(), record.partition()));
            if (portal != null) seen.take(portal, record.key(), record.value(), told.millis(clock.applyAsLong(record)));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

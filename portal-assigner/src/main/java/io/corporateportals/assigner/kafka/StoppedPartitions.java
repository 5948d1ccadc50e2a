package io.corporateportals.assigner.kafka;

import io.corporateportals.contract.reading.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Partitions that stand still at a record without a usable key, which could be anybody's opt-out, or because the log does
 * not hold what is to be decided next: a person decides. Once the store's progress has been moved past it by hand, a
 * restart goes on. What is tried again is told as well, and is no fault of this service.
 */
@Component("partitions")
class StoppedPartitions implements HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(StoppedPartitions.class);

    private final Map<String, String> stopped = new ConcurrentSkipListMap<>();
    private final Retries retries;

    StoppedPartitions(Retries retries) {
        this.retries = retries;
    }

    void stop(MessageListenerContainer container, Consumer<?, ?> consumer, ConsumerRecord<?, ?> at, Reason reason) {
        TopicPartition partition = new TopicPartition(at.topic(), at.partition());
        consumer.seek(partition, at.offset());
        stop(container, partition, reason + " at offset " + at.offset());
    }

    void stop(MessageListenerContainer container, TopicPartition partition, String why) {
        container.pausePartition(partition);
        stopped.put(partition.toString(), why);
        log.error("{} stands still: {}, see docs/operations.md", partition, why);
    }

    @Override
    public Health health() {
        return (stopped.isEmpty() ? Health.up() : Health.down())
                .withDetails(retries.inWords())
                .withDetails(stopped)
                .build();
    }
}

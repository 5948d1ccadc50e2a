package io.corporateportals.assigner.kafka;

import io.corporateportals.contract.reading.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
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

    private final Map<String, Stopped> stopped = new ConcurrentSkipListMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Retries retries;

    private record Stopped(MessageListenerContainer container, String why) {}

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
        stopped.put(partition.toString(), new Stopped(container, why));
        log.error("{} stands still: {}, see docs/operations.md", partition, why);
    }

    /** They are another instance's now; should they come back, what made them stand still may be mended. */
    void forget(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Stopped one = stopped.remove(partition.toString());
            if (one != null) one.container().resumePartition(partition);
        }
    }

    /** Spring ends a consumer for good after an {@link Error}, and says so here and in the log. */
    @EventListener
    void on(ConsumerStoppedEvent event) {
        if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL)
            ended.add(event.getReason().name());
    }

    @Override
    public Health health() {
        Health.Builder health = stopped.isEmpty() && ended.isEmpty() ? Health.up() : Health.down();
        if (!ended.isEmpty()) health.withDetail("a consumer has ended, restart this instance", ended.toString());
        stopped.forEach((partition, one) -> health.withDetail(partition, one.why()));
        return health.withDetails(retries.inWords()).build();
    }
}

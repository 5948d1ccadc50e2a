package io.corporateportals.assigner.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Where this instance stands in each of its partitions. It begins where the store says, never where the group's offsets
 * say: those are for people who look at lag.
 */
final class Positions implements ConsumerAwareRebalanceListener {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Progress progress;
    private final Retries retries;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    /** How far the store has decided. */
    interface Progress {
        /** The first record of a partition that is not decided. */
        long nextOffset(int partition);
    }

    Positions(Progress progress, Retries retries) {
        this.progress = progress;
        this.retries = retries;
    }

    /** Follows the container's partitions, and has it say where nothing comes. */
    void watch(AbstractMessageListenerContainer<?, ?> container) {
        container.getContainerProperties().setConsumerRebalanceListener(this);
        container.getContainerProperties().setIdlePartitionEventInterval(IDLE.toMillis());
    }

    // Before anything was decided, what the log no longer holds is lost to everybody: begin with what it holds.
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> stored = new HashMap<>();
        for (TopicPartition partition : partitions) stored.put(partition, progress.nextOffset(partition.partition()));
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        stored.forEach((partition, nextOffset) -> {
            long begin = nextOffset == 0 ? beginnings.getOrDefault(partition, 0L) : nextOffset;
            positions.put(partition, nextOffset);
            consumer.seek(partition, begin);
        });
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
        retries.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
        retries.forget(partitions);
    }

    /** Where the next record of the partition is read from. */
    long of(TopicPartition partition) {
        Long position = positions.get(partition);
        return position == null ? progress.nextOffset(partition.partition()) : position;
    }

    /**
     * Nothing new has come for a while: goes back all the same where the store has lost what was decided before.
     *
     * @param partition of any container
     */
    void idle(Consumer<?, ?> consumer, TopicPartition partition) {
        if (!positions.containsKey(partition)) return;
        long nextOffset = progress.nextOffset(partition.partition());
        if (nextOffset < of(partition)) decided(consumer, partition, nextOffset);
    }

    /** Notes how far the partition is decided now; goes back where the store has lost what was decided before. */
    void decided(Consumer<?, ?> consumer, TopicPartition partition, long nextOffset) {
        if (nextOffset < of(partition)) consumer.seek(partition, nextOffset);
        positions.replace(partition, nextOffset);
    }
}

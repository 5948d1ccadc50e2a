package io.corporateportals.assigner.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
    private static final long UNKNOWN = -1;

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

    /** Follows the container's partitions, has it say where nothing comes, and goes back when it fails. */
    void watch(AbstractMessageListenerContainer<?, ?> container) {
        container.setCommonErrorHandler(new ReadAgain(this, retries));
        container.getContainerProperties().setConsumerRebalanceListener(this);
        container.getContainerProperties().setIdlePartitionEventInterval(IDLE.toMillis());
    }

    // without a position of its own, the client would ask the group for one
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) positions.put(partition, UNKNOWN);
        consumer.seekToBeginning(partitions);
        for (TopicPartition partition : partitions) if (!look(partition, () -> begin(consumer, partition))) return;
    }

    /** Whether the store answered; it is asked again as soon as something comes, or nothing for a while. */
    private boolean look(TopicPartition partition, Runnable look) {
        try {
            retries.note(partition, look);
            return true;
        } catch (RuntimeException noted) {
            return false;
        }
    }

    /** Whether it is read from where the store says. If not, it is from now on, and what has come is not looked at. */
    boolean hasBegun(Consumer<?, ?> consumer, TopicPartition partition) {
        if (positions.getOrDefault(partition, UNKNOWN) != UNKNOWN) return true;
        begin(consumer, partition);
        return false;
    }

    private void begin(Consumer<?, ?> consumer, TopicPartition partition) {
        long nextOffset = progress.nextOffset(partition.partition());
        positions.put(partition, nextOffset);
        seek(consumer, partition, nextOffset);
    }

    // Before anything was decided, what the log no longer holds is lost to everybody: begin with what it holds.
    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, long nextOffset) {
        if (nextOffset <= 0) consumer.seekToBeginning(List.of(partition));
        else consumer.seek(partition, nextOffset);
    }

    /** Reads everything again that was read and not decided. */
    void again(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment())
            seek(consumer, partition, positions.getOrDefault(partition, UNKNOWN));
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
        return position == null || position == UNKNOWN ? progress.nextOffset(partition.partition()) : position;
    }

    /**
     * Nothing new has come for a while: goes back all the same where the store has lost what was decided before.
     *
     * @param partition of any container
     */
    void idle(Consumer<?, ?> consumer, TopicPartition partition) {
        if (!positions.containsKey(partition)) return;
        look(partition, () -> {
            if (!hasBegun(consumer, partition)) return;
            long nextOffset = progress.nextOffset(partition.partition());
            if (nextOffset < of(partition)) decided(consumer, partition, nextOffset);
        });
    }

    /** Notes how far the partition is decided now; goes back where the store has lost what was decided before. */
    void decided(Consumer<?, ?> consumer, TopicPartition partition, long nextOffset) {
        if (nextOffset < of(partition)) seek(consumer, partition, nextOffset);
        positions.replace(partition, nextOffset);
    }
}

package io.corporateportals.assigner.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Where this instance stands in each of its partitions. It begins where the store says, never where the group's offsets
 * say: those are for people who look at lag.
 */
final class Positions implements ConsumerAwareRebalanceListener {
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Position UNKNOWN = new Position(-1, -1);

    private final Progress progress;
    private final Retries retries;
    private final StoppedPartitions stopped;
    private final Map<TopicPartition, Position> positions = new ConcurrentHashMap<>();
    private volatile long storeAwayAt = System.nanoTime() - IDLE.toNanos();

    /** How far the store has decided. */
    interface Progress {
        /** The first record of a partition that is not decided. */
        long nextOffset(int partition);
    }

    /**
     * Of one partition.
     *
     * @param nextOffset the first record that is not decided
     * @param readFrom the first of those that the log holds
     */
    private record Position(long nextOffset, long readFrom) {
        boolean isKnown() {
            return nextOffset >= 0;
        }
    }

    Positions(Progress progress, Retries retries, StoppedPartitions stopped) {
        this.progress = progress;
        this.retries = retries;
        this.stopped = stopped;
    }

    /** Follows the container's partitions, and has it say where nothing comes. */
    void watch(AbstractMessageListenerContainer<?, ?> container) {
        container.getContainerProperties().setConsumerRebalanceListener(this);
        container.getContainerProperties().setIdlePartitionEventInterval(IDLE.toMillis());
    }

    // without a position of its own, the client would ask the group for one
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) return;
        for (TopicPartition partition : partitions) positions.put(partition, UNKNOWN);
        consumer.seekToBeginning(partitions);
        for (TopicPartition partition : partitions)
            if (!isAnswered(partition, () -> begin(consumer, partition))) return;
    }

    // what is away is asked again as soon as something comes, or nothing for a while
    private boolean isAnswered(TopicPartition partition, Runnable question) {
        try {
            retries.note(partition, question);
            return true;
        } catch (RuntimeException noted) {
            storeAwayAt = System.nanoTime();
            return false;
        }
    }

    /** Has it read from where the store says; false if it was not until now, and what has come is not to be looked at. */
    boolean begun(Consumer<?, ?> consumer, TopicPartition partition) {
        if (positions.getOrDefault(partition, UNKNOWN).isKnown()) return true;
        begin(consumer, partition);
        return false;
    }

    // before anything was decided, what the log no longer holds is lost to everybody: begin with what it holds
    private void begin(Consumer<?, ?> consumer, TopicPartition partition) {
        long nextOffset = progress.nextOffset(partition.partition());
        long readFrom = nextOffset > 0
                ? nextOffset
                : consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        positions.put(partition, new Position(nextOffset, readFrom));
        consumer.seek(partition, readFrom);
    }

    /** Reads everything again that was read and not decided. */
    void again(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            Position position = positions.getOrDefault(partition, UNKNOWN);
            if (position.isKnown()) consumer.seek(partition, position.readFrom());
            else consumer.seekToBeginning(Set.of(partition));
        }
    }

    /**
     * Begins with what the log holds, which may be less than when it was asked; false if it must not, for the store has
     * decided a part and is owed the rest.
     */
    boolean beginAnew(Consumer<?, ?> consumer, TopicPartition partition) {
        if (positions.getOrDefault(partition, UNKNOWN).nextOffset() > 0) return false;
        positions.replace(partition, UNKNOWN);
        consumer.seekToBeginning(Set.of(partition));
        return true;
    }

    /** What any container says of its consumers. */
    void on(KafkaEvent event) {
        if (event instanceof ListenerContainerPartitionIdleEvent idle)
            idle(idle.getConsumer(), idle.getTopicPartition());
        if (event instanceof ConsumerRetryAuthEvent refusal) refused(refusal);
    }

    // perhaps after something was read: where they stand is asked anew
    private void refused(ConsumerRetryAuthEvent refusal) {
        Collection<TopicPartition> its =
                refusal.getSource(MessageListenerContainer.class).getAssignedPartitions();
        for (TopicPartition partition : its == null ? Set.<TopicPartition>of() : its)
            if (positions.replace(partition, UNKNOWN) != null)
                retries.failed(partition, "Kafka refuses " + refusal.getReason());
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(positions::remove);
        retries.forget(partitions);
        stopped.forget(partitions);
    }

    /** The first record of the partition that is not decided. */
    long of(TopicPartition partition) {
        Position position = positions.getOrDefault(partition, UNKNOWN);
        return position.isKnown() ? position.nextOffset() : progress.nextOffset(partition.partition());
    }

    // nothing new has come for a while: goes back all the same where the store has lost what was decided before
    private void idle(Consumer<?, ?> consumer, TopicPartition partition) {
        // one that is away takes its time to say so, and is not asked for each partition
        boolean away = System.nanoTime() - storeAwayAt < IDLE.toNanos();
        if (away || !positions.containsKey(partition)) return;
        isAnswered(partition, () -> {
            if (begun(consumer, partition) && progress.nextOffset(partition.partition()) < of(partition))
                begin(consumer, partition);
        });
    }

    /** Notes how far the partition is decided now; goes back where the store has lost what was decided before. */
    void decided(Consumer<?, ?> consumer, TopicPartition partition, long nextOffset) {
        if (nextOffset < of(partition)) begin(consumer, partition);
        else positions.replace(partition, new Position(nextOffset, nextOffset));
    }
}

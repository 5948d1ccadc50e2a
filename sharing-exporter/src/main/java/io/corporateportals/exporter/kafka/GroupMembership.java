package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.application.Faults;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * This instance's place in the consumer group. It reads nothing: it learns which partitions are this instance's, and runs a
 * loop for each, with clients of its own, as long as they are.
 */
final class GroupMembership implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(GroupMembership.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int REST_SECONDS = 1;

    private final Map<String, Object> settings;
    private final BiFunction<Integer, PartitionTenure, Runnable> loops;
    private final Map<Integer, PartitionTenure> tenures = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ConsumerGroupMetadata metadata;
    private volatile boolean running;
    private final Thread thread = new Thread(this::run, "membership");

    /**
     * Joins when started.
     *
     * @param loops the loop of a partition, to be run as long as the tenure holds
     */
    GroupMembership(Map<String, Object> settings, BiFunction<Integer, PartitionTenure, Runnable> loops) {
        this.settings = Map.copyOf(settings);
        this.loops = loops;
    }

    /** The newest generation: what a loop commits with. */
    ConsumerGroupMetadata metadata() {
        return Objects.requireNonNull(metadata, "no member of the group yet");
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
                stay(consumer);
            } catch (RuntimeException | Error e) {
                log.warn("the group is joined again: {}", Faults.inWords(e));
                rest();
            } finally {
                leave(Set.copyOf(tenures.keySet()));
            }
        }
    }

    private void stay(Consumer<byte[], byte[]> consumer) {
        consumer.subscribe(List.of(Topics.USER_EVENTS.name()), new Changes(consumer));
        while (stopping.getCount() > 0) {
            consumer.poll(POLL);
            metadata = consumer.groupMetadata();
            for (PartitionTenure tenure : tenures.values()) tenure.confirm();
        }
        leave(Set.copyOf(tenures.keySet()));
    }

    private void rest() {
        try {
            if (stopping.await(REST_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private final class Changes implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        private Changes(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            metadata = consumer.groupMetadata();
            for (TopicPartition partition : partitions) {
                // a position of its own keeps the consumer from asking for one; paused, it fetches nothing
                consumer.seek(partition, 0);
                consumer.pause(Set.of(partition));
                begin(partition.partition());
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            leave(partitions.stream().map(TopicPartition::partition).toList());
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            onPartitionsRevoked(partitions);
        }
    }

    private void begin(int partition) {
        PartitionTenure tenure = new PartitionTenure(partition);
        tenures.put(partition, tenure);
        tenure.run(loops.apply(partition, tenure));
    }

    /** Ends all of them and then waits for each: what a loop has begun it finishes or gives up. */
    private void leave(Collection<Integer> partitions) {
        List<PartitionTenure> ending = partitions.stream()
                .map(tenures::remove)
                .filter(Objects::nonNull)
                .toList();
        ending.forEach(PartitionTenure::end);
        PartitionTenure.awaitEnd(ending);
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.LogProgress;
import io.corporateportals.assigner.application.UserEvents;
import io.corporateportals.assigner.application.UserEvents.Batch;
import io.corporateportals.assigner.model.LogEntry;
import io.corporateportals.assigner.model.Rejection;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.contract.reading.RegistryUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.stereotype.Component;

/** Reads {@code lms.user-events}: a poll's records, partition by partition. */
@Component
class UserEventsListener {
    private final RecordReader reader;
    private final UserEvents userEvents;
    private final DeadLetterTopic deadLetters;
    private final StoppedPartitions stopped;
    private final Retries retries;
    private final Positions positions;

    UserEventsListener(
            RecordReader reader,
            UserEvents userEvents,
            LogProgress progress,
            DeadLetterTopic deadLetters,
            StoppedPartitions stopped,
            Retries retries) {
        this.reader = reader;
        this.userEvents = userEvents;
        this.deadLetters = deadLetters;
        this.stopped = stopped;
        this.retries = retries;
        this.positions = new Positions(partition -> progress.of(partition).nextOffset(), retries, stopped);
    }

    void listenIn(AbstractMessageListenerContainer<byte[], byte[]> container) {
        positions.watch(container);
        container.setCommonErrorHandler(new ReadAgain(positions, retries, stopped));
        container.getContainerProperties().setMessageListener((BatchConsumerAwareMessageListener<byte[], byte[]>)
                (records, consumer) -> on(records, Objects.requireNonNull(consumer), container));
    }

    @EventListener({ListenerContainerPartitionIdleEvent.class, ConsumerRetryAuthEvent.class})
    void on(KafkaEvent event) {
        positions.on(event);
    }

    private void on(
            List<ConsumerRecord<byte[], byte[]>> records,
            Consumer<?, ?> consumer,
            AbstractMessageListenerContainer<?, ?> container) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = records.stream()
                .collect(Collectors.groupingBy(
                        record -> new TopicPartition(record.topic(), record.partition()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        RegistryUnavailable waits = null;
        for (Map.Entry<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> each : byPartition.entrySet())
            try {
                retries.note(each.getKey(), () -> on(each.getKey(), each.getValue(), consumer, container));
            } catch (RegistryUnavailable noted) {
                // it is its records that cannot be read: the others do not wait for them
                waits = noted;
            }
        if (waits != null) throw waits;
    }

    private void on(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            Consumer<?, ?> consumer,
            AbstractMessageListenerContainer<?, ?> container) {
        if (!positions.begun(consumer, partition)) return;
        List<LogEntry> entries = new ArrayList<>(records.size());
        Runnable afterwards = () -> {};
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Reading reading = reader.read(record);
            if (reading instanceof Reading.NoKey noKey) {
                afterwards = () -> stopped.stop(container, consumer, record, noKey.reason());
                break;
            }
            entries.add(LearnerRecords.entry(record, reading));
        }
        if (entries.isEmpty() || decide(partition, records, entries, consumer)) afterwards.run();
    }

    /** Returns false if the store is behind the reader, which goes back. */
    private boolean decide(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            List<LogEntry> entries,
            Consumer<?, ?> consumer) {
        long end = entries.get(entries.size() - 1).offset() + 1;
        Batch batch = new Batch(partition.partition(), positions.of(partition), entries, end);
        long nextOffset = userEvents.decide(batch, rejected -> send(records, rejected));
        positions.decided(consumer, partition, nextOffset);
        return nextOffset >= batch.position();
    }

    private void send(List<ConsumerRecord<byte[], byte[]>> records, SortedMap<Long, Rejection> rejected) {
        Map<ConsumerRecord<byte[], byte[]>, Rejection> letters = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Rejection rejection = rejected.get(record.offset());
            if (rejection != null) letters.put(record, rejection);
        }
        deadLetters.send(Topics.USER_EVENTS, letters);
    }
}

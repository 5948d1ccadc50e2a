package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.contract.reading.RegistryUnavailable;
import io.corporateportals.exporter.application.Log;
import io.corporateportals.exporter.application.LogIncomplete;
import io.corporateportals.exporter.application.LogUnread;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition of {@code lms.user-events}. Its consumer is told what to read; the membership is another one's. */
final class KafkaLog implements Log {
    private final TopicPartition partition;
    private final Consumer<byte[], byte[]> consumer;
    private final RecordReader reader;

    KafkaLog(int partition, Map<String, Object> settings, RecordReader reader) {
        this.partition = new TopicPartition(Topics.USER_EVENTS.name(), partition);
        this.consumer = new KafkaConsumer<>(settings);
        this.reader = reader;
        consumer.assign(Set.of(this.partition));
    }

    @Override
    public void seek(long offset, boolean skipping) {
        consumer.seek(partition, skipping ? Math.max(offset, beginning()) : offset);
    }

    @Override
    public List<LogRecord> read(Duration atMost, long decided) {
        // what the registry knows now, the assigner may have known; what it does not, the assigner did not
        long since = System.nanoTime();
        List<ConsumerRecord<byte[], byte[]>> polled = poll(atMost);
        List<LogRecord> records = new ArrayList<>(polled.size());
        try {
            for (ConsumerRecord<byte[], byte[]> record : polled)
                records.add(
                        record.offset() < decided
                                ? LogRecords.of(record, reader.read(record, since))
                                : LogRecords.ofUndecided(record, reader.read(record)));
            return records;
        } catch (RegistryUnavailable e) {
            consumer.seek(partition, polled.get(0).offset());
            throw new LogUnread(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> poll(Duration atMost) {
        try {
            return consumer.poll(atMost).records(partition);
        } catch (OffsetOutOfRangeException e) {
            throw new LogIncomplete(partition + " does not hold offset "
                    + e.offsetOutOfRangePartitions().get(partition)
                    + "; to start over from what it holds, stop the exporter and delete its group's offsets");
        }
    }

    @Override
    public long position() {
        return consumer.position(partition);
    }

    @Override
    public long beginning() {
        return consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    }

    @Override
    public @Nullable Standing committed() {
        return StandingText.read(consumer.committed(Set.of(partition)).get(partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}

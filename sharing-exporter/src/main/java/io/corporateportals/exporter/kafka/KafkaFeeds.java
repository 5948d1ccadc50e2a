package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.FeedsUnwritable;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the feeds for one partition. The transactional id is the partition's, not the instance's: a broker refuses what an
 * earlier owner appends, so that not even a read_uncommitted reader sees it.
 */
final class KafkaFeeds implements Feeds {
    private final TopicPartition partition;
    private final Map<String, Object> settings;
    private final TimelySerializer serializer;
    private final Supplier<ConsumerGroupMetadata> membership;
    private final FeedDiagnosis diagnosis;
    private @Nullable Producer<String, byte @Nullable []> producer;

    KafkaFeeds(
            int partition,
            Map<String, Object> settings,
            TimelySerializer serializer,
            Supplier<ConsumerGroupMetadata> membership,
            FeedDiagnosis diagnosis) {
        this.partition = new TopicPartition(Topics.USER_EVENTS.name(), partition);
        this.settings = new HashMap<>(settings);
        this.settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "sharing-exporter-" + partition);
        this.serializer = serializer;
        this.membership = membership;
        this.diagnosis = diagnosis;
    }

    @Override
    public void fence() {
        closeNow();
        Producer<String, byte @Nullable []> opened =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer = opened;
        opened.initTransactions();
    }

    @Override
    public void publish(List<Outgoing> outgoing, @Nullable Standing standing) {
        Producer<String, byte @Nullable []> open = Objects.requireNonNull(producer, "not fenced");
        Map<String, PortalId> feeds = new HashMap<>();
        List<ProducerRecord<String, byte @Nullable []>> records = new ArrayList<>(outgoing.size());
        // before the transaction: a registry that is slow must not hold up the feeds' readers
        for (Outgoing one : outgoing) {
            String feed = Topics.employerFeed(one.portal().value()).name();
            feeds.put(feed, one.portal());
            records.add(record(feed, one));
        }
        OffsetAndMetadata offset = standing == null ? StandingText.unfinished() : StandingText.write(standing);
        FeedDiagnosis.Symptoms symptoms = new FeedDiagnosis.Symptoms(feeds);
        try {
            open.beginTransaction();
            for (ProducerRecord<String, byte @Nullable []> record : records) {
                send(open, record, symptoms);
                // a feed that is missing would be waited for with each further record
                symptoms.check();
            }
            open.sendOffsetsToTransaction(Map.of(partition, offset), membership.get());
            open.commitTransaction();
        } catch (RuntimeException e) {
            closeNow();
            Set<PortalId> unwritable = diagnosis.unwritable(symptoms);
            throw unwritable.isEmpty() ? e : new FeedsUnwritable(unwritable);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if it does
    private static void send(
            Producer<String, byte @Nullable []> open,
            ProducerRecord<String, byte @Nullable []> record,
            FeedDiagnosis.Symptoms symptoms) {
        open.send(record, symptoms.of(record.topic()));
    }

    private ProducerRecord<String, byte @Nullable []> record(String feed, Outgoing outgoing) {
        SpecificRecord value = FeedRecords.value(outgoing);
        return new ProducerRecord<>(
                feed, FeedPartition.NUMBER, outgoing.key(), value == null ? null : serializer.serialize(feed, value));
    }

    private void closeNow() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }

    @Override
    public void close() {
        closeNow();
    }
}

package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.exporter.application.Clients;
import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Log;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Opens a loop's own consumer and producer, set up as the service's configuration says. */
final class KafkaClients implements Clients {
    private final Map<String, Object> consumer;
    private final Map<String, Object> producer;
    private final RecordReader reader;
    private final Supplier<ConsumerGroupMetadata> membership;
    private final FeedDiagnosis diagnosis;

    KafkaClients(
            Map<String, Object> consumer,
            Map<String, Object> producer,
            RecordReader reader,
            Supplier<ConsumerGroupMetadata> membership,
            FeedDiagnosis diagnosis) {
        this.consumer = Map.copyOf(consumer);
        this.producer = Map.copyOf(producer);
        this.reader = reader;
        this.membership = membership;
        this.diagnosis = diagnosis;
    }

    @Override
    public Log log(int partition) {
        return new KafkaLog(partition, consumer, reader);
    }

    @Override
    public Feeds feeds(int partition) {
        Map<String, Object> settings = new HashMap<>(producer);
        settings.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
        settings.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
        return new KafkaFeeds(partition, settings, serializer(producer), membership, diagnosis);
    }

    @SuppressWarnings("unchecked") // the configured class writes Avro records
    static Serializer<SpecificRecord> serializer(Map<String, Object> producer) {
        Object named = producer.get(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
        try {
            Serializer<SpecificRecord> serializer = named instanceof Class<?> type
                    ? (Serializer<SpecificRecord>) Utils.newInstance(type)
                    : Utils.newInstance(String.valueOf(named), Serializer.class);
            serializer.configure(producer, false);
            return serializer;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no such serializer: " + named, e);
        }
    }
}

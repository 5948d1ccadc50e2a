package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.exporter.application.Clients;
import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Log;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;

/** Opens a loop's own consumer and producer, set up as the service's configuration says. */
final class KafkaClients implements Clients {
    private final Map<String, Object> consumer;
    private final Map<String, Object> producer;
    private final RecordReader reader;
    private final TimelySerializer serializer;
    private final Supplier<ConsumerGroupMetadata> membership;
    private final FeedDiagnosis diagnosis;

    KafkaClients(
            Map<String, Object> consumer,
            Map<String, Object> producer,
            RecordReader reader,
            TimelySerializer serializer,
            Supplier<ConsumerGroupMetadata> membership,
            FeedDiagnosis diagnosis) {
        this.consumer = Map.copyOf(consumer);
        this.producer = Map.copyOf(producer);
        this.reader = reader;
        this.serializer = serializer;
        this.membership = membership;
        this.diagnosis = diagnosis;
    }

    @Override
    public Log log(int partition) {
        return new KafkaLog(partition, consumer, reader);
    }

    @Override
    public Feeds feeds(int partition) {
        return new KafkaFeeds(partition, producer, serializer, membership, diagnosis);
    }
}

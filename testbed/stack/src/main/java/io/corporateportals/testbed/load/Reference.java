package io.corporateportals.testbed.load;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.broker.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What this machine can do at all: a loop that copies the learners' log to another topic, and decides nothing. */
final class Reference {
    private static final String COPY = "load.reference";
    private static final int AT_ONCE = 5000;

    private final String bootstrapServers;

    Reference(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Copies the whole log, a poll a transaction, as the exporter does; returns records per second. */
    double run() {
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Answers.of(admin.createTopics(List.of(new NewTopic(COPY, 1, (short) 1)))
                    .all());
            try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                    KafkaProducer<byte[], byte[]> producer = producer()) {
                producer.initTransactions();
                return copy(consumer, producer);
            } finally {
                Answers.of(admin.deleteTopics(List.of(COPY)).all());
            }
        }
    }

    private static double copy(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        List<TopicPartition> partitions = IntStream.range(0, Topics.LEARNER_PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.USER_EVENTS.name(), number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long all = consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long copied = 0;
        long begin = System.nanoTime();
        while (copied < all) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
            if (!records.isEmpty()) copy(records, producer);
            copied += records.count();
        }
        return copied * 1e9 / (System.nanoTime() - begin);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if it does
    private static void copy(ConsumerRecords<byte[], byte[]> records, KafkaProducer<byte[], byte[]> producer) {
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record : records)
            producer.send(new ProducerRecord<>(COPY, record.key(), record.value()));
        producer.commitTransaction();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        AT_ONCE,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        COPY,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}

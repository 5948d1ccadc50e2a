package io.corporateportals.testbed.parts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PartsExtension.class)
class KafkaProxyIT {
    private static final TopicPartition TOPIC = new TopicPartition("lms.portal-events", 0);

    private final Parts parts;
    private final KafkaProxy proxy;
    private final String value = UUID.randomUUID().toString();

    KafkaProxyIT(Parts parts) {
        this.parts = parts;
        this.proxy = parts.network().broker();
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @Test
    void whoBeginsAtTheProxyStaysOnItAndOthersDoNot() throws Exception {
        try (Admin through = Admin.create(Map.of("bootstrap.servers", proxy.address()));
                Admin direct = parts.broker().admin()) {
            assertThat(onlyNode(through)).isEqualTo(proxy.address());
            assertThat(onlyNode(direct)).isEqualTo(parts.bootstrapServers());
        }
    }

    @Test
    void aClientThatIsCutAndRefusedComesBackWhenTheNetworkIsHealed() throws Exception {
        try (Producer<String, String> producer = producer("1000")) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), "before", value)).get();
            proxy.cut();
            proxy.refuse();
            var sent = producer.send(new ProducerRecord<>(TOPIC.topic(), "meanwhile", value));
            assertThatThrownBy(() -> sent.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            proxy.heal();
            sent.get();
        }
        awaitCommitted("before", "meanwhile");
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionIsCommittedOnceWhicheverAnswerIsLost(KafkaRequest request) throws Exception {
        Drops drops = proxy.dropAnswers(request, 1);

        try (Producer<String, String> producer = transactional("10000")) {
            producer.initTransactions();
            transaction(producer, "one");
            transaction(producer, "two");
        }

        assertThat(drops.happened()).isOne();
        assertThat(drops.left()).isZero();
        awaitCommitted("one", "two");
    }

    @Test
    void theTransactionCountsOfWhichItsProducerNeverLearns() {
        // long enough for the broker to accept it, should its first answer be that it is busy
        try (Producer<String, String> producer = transactional("4000")) {
            producer.initTransactions();
            proxy.dropAnswers(KafkaRequest.END_TXN, 1000);
            assertThatThrownBy(() -> transaction(producer, "one")).isInstanceOf(TimeoutException.class);
            producer.close(Duration.ZERO);
        }
        proxy.heal();
        try (Producer<String, String> next = transactional("10000")) {
            next.initTransactions();
        }

        awaitCommitted("one");
    }

    @Test
    void healingForgetsWhatWasPlanned() {
        Drops drops = proxy.dropAnswers(KafkaRequest.INIT_PRODUCER_ID, 1);
        proxy.heal();

        try (Producer<String, String> producer = transactional("10000")) {
            producer.initTransactions();
        }

        assertThat(drops.happened()).isZero();
        assertThat(drops.left()).isZero();
    }

    private static String onlyNode(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeCluster().nodes().get().stream()
                .map(node -> node.host() + ":" + node.port())
                .reduce("", String::concat);
    }

    private void transaction(Producer<String, String> producer, String key) {
        producer.beginTransaction();
        var sent = producer.send(new ProducerRecord<>(TOPIC.topic(), key, value));
        try (var member = consumer()) {
            producer.sendOffsetsToTransaction(Map.of(TOPIC, new OffsetAndMetadata(0)), member.groupMetadata());
        }
        producer.commitTransaction();
        assertThat(sent).isDone();
    }

    private Producer<String, String> transactional(String maxBlockMs) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        proxy.address(),
                        "transactional.id",
                        "proxied-" + value,
                        "max.block.ms",
                        maxBlockMs),
                new StringSerializer(),
                new StringSerializer());
    }

    private Producer<String, String> producer(String maxBlockMs) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", proxy.address(), "max.block.ms", maxBlockMs),
                new StringSerializer(),
                new StringSerializer());
    }

    // a commit is answered before all can read it
    private void awaitCommitted(String... keys) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(committedKeys()).containsExactly(keys));
    }

    /** The keys of this test's records, as a read_committed reader sees them, not through the proxy. */
    private List<String> committedKeys() {
        List<String> keys = new ArrayList<>();
        try (var consumer = consumer()) {
            consumer.assign(Set.of(TOPIC));
            consumer.seekToBeginning(Set.of(TOPIC));
            long end = consumer.endOffsets(Set.of(TOPIC)).getOrDefault(TOPIC, 0L);
            while (consumer.position(TOPIC) < end)
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value().equals(value)) keys.add(record.key());
                });
        }
        return keys;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        parts.bootstrapServers(),
                        "group.id",
                        "group-" + value,
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}

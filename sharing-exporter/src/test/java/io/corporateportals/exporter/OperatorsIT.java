package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static io.corporateportals.exporter.World.awaitTypes;
import static io.corporateportals.exporter.World.strangerTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators are told, and what they do about it. */
@ExtendWith(PartsExtension.class)
class OperatorsIT {
    private static final TopicPartition ANNS =
            new TopicPartition(Topics.USER_EVENTS.name(), AssignerTables.partitionOf("ann"));

    private final World world;
    private final Partner acme;

    OperatorsIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The protocol: it starts from a position that it knows, "never from earliest or latest blindly". */
    @Test
    void aPartitionWhosePositionTheLogHasLostStopsAndSaysSoWhileOthersGoOn() throws Exception {
        world.start();
        world.member("ann", "acme");
        world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");
        world.stop();
        world.logsIn("ann", 3);
        try (Admin admin = world.parts.broker().admin()) {
            admin.deleteRecords(Map.of(ANNS, RecordsToDelete.beforeOffset(4)))
                    .all()
                    .get();
        }

        Service service = world.start();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/actuator/health").body())
                        .contains("\"" + ANNS.partition() + ": " + ANNS + " does not hold offset 2; "));
        HttpResponse<String> health = service.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(503);
        UUID bob = world.member(strangerTo("ann"), "acme");
        UUID bobs = world.logsIn(strangerTo("ann"));
        await().atMost(SOON).until(() -> acme.live().containsKey(bob + "/" + bobs));
        assertThat(acme.live()).hasSize(4);
    }

    /** The protocol: "the policy version ... in force [is a] recorded decision at a position of each partition". */
    @Test
    void everyRecordCarriesThePolicyThatWasInForceAtItsPlaceInTheLog() {
        world.start();
        UUID ann = world.member("ann", "acme");
        long before = world.lms.loggedIn("ann", UUID.randomUUID());
        long after = world.lms.loggedIn("ann", UUID.randomUUID());
        world.assigner.atOnce(() -> {
            world.assigner.policyFrom(after, "ann", "2026-07");
            world.assigner.decided("ann", after + 1);
        });
        awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity");
        world.leaves("ann", ann);
        awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity", "null", "null", "SharingEnded");

        assertThat(after).isEqualTo(before + 1);
        assertThat(acme.policies()).containsExactly("2026-01", "2026-01", "2026-07", "2026-07");
    }

    /** The chain is to be proven: leave, unassign, stop, retract. */
    @Test
    void theTimeFromAnOptOutToItsEndIsMeasured() {
        Service service = world.start();
        UUID ann = world.member("ann", "acme");
        awaitTypes(acme, "SharedLearner");

        Instant before = Instant.now();
        long left = world.lms.changedAddress("ann");
        await().atMost(SOON)
                .until(() -> service.get("/actuator/health").body().contains("\"" + ANNS.partition() + " since "));
        world.assigner.atOnce(() -> {
            world.assigner.ends(ann, "ann", left, Lms.now());
            world.assigner.decided("ann", left + 1);
        });
        awaitTypes(acme, "SharedLearner", "SharingEnded");

        Timer told = service.part(MeterRegistry.class).get("exporter.end.told").timer();
        await().atMost(SOON).until(() -> told.count() == 1);
        Duration wall = Duration.between(before, Instant.now());
        assertThat(told.totalTime(TimeUnit.SECONDS)).isPositive().isLessThan(wall.toNanos() / 1e9);
    }

    /** Kafka cleans nothing behind an open transaction: what was retracted there would stay on the disk. */
    @Test
    void aTransactionOfSomebodyElseThatDoesNotEndIsAnAlarm() throws Exception {
        Service service = world.start("--exporter.held-up-for=600ms");
        world.member("ann", "acme");
        awaitTypes(acme, "SharedLearner");

        try (Producer<byte[], byte[]> somebody = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        world.parts.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "somebody"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            somebody.initTransactions();
            somebody.beginTransaction();
            somebody.send(new ProducerRecord<>(Topics.employerFeed("acme").name(), new byte[] {1}, null))
                    .get();
            await().atMost(SOON).until(() -> blocked(service), value -> value.contains("\"value\":1"));
            somebody.abortTransaction();
        }
        await().atMost(SOON).until(() -> blocked(service), value -> value.contains("\"value\":0"));
    }

    private static String blocked(Service service) {
        return service.get("/actuator/metrics/exporter.feeds.blocked").body();
    }
}

package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.LONG_AGO;
import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.network.Drops;
import io.corporateportals.testbed.parts.network.KafkaRequest;
import io.corporateportals.testbed.parts.network.Network;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The protocol: producers, serializers, dead letters and PostgreSQL "all print payloads: switch them off". */
@ExtendWith(PartsExtension.class)
class LogsIT {
    private static final String NAME = "Wilhelmine Quittenbaum";
    private static final String ADDRESS = "w.quittenbaum@acme.example";
    private static final String COURSE = "Handling of hydrofluoric acid";
    private static final String TEST = "Safety at work";

    private final World world;
    private final Network network;
    private final Partner acme;
    private final Admin admin;
    private final FeedRights rights;
    private UUID ref = UUID.randomUUID();

    LogsIT(Parts parts) {
        world = new World(parts);
        network = parts.network();
        acme = world.portal("acme");
        admin = parts.broker().admin();
        rights = new FeedRights(admin);
    }

    @AfterEach
    void close() throws Exception {
        rights.allow();
        admin.close();
        world.close();
    }

    @Test
    void noNameAddressOrTitleIsLoggedHoweverMuchGoesWrong() throws Exception {
        network.registry().refuse();
        try (ServiceProcess service = ServiceProcess.start(world, "--logging.level.root=info")) {
            joins();
            does();
            awaitOutput(service, "RegistryUnavailable");
            network.heal();
            awaitShared(3);

            Drops commits = network.broker().dropAnswers(KafkaRequest.END_TXN, 1000);
            does();
            await().atMost(SOON).until(() -> commits.happened() > 0);
            awaitOutput(service, "TimeoutException");
            network.heal();
            awaitShared(5);

            Drops listed = network.postgres().dropAnswersToCommit(1, "update exporter.export_owner set batch");
            does();
            await().atMost(SOON).until(() -> listed.happened() == 1);
            network.postgres().cut();
            awaitShared(7);

            rights.forbid("acme");
            does();
            awaitOutput(service, "feeds that cannot be written: [acme]");
            rights.allow();
            awaitShared(9);

            sendsSomethingUnreadable();
            does();
            awaitShared(11);

            world.leaves("ann", ref);
            await().atMost(SOON).until(() -> acme.live().equals(Map.of(ref.toString(), "SharingEnded")));
            service.stop();

            assertThat(acme.everything().toString()).contains(NAME, ADDRESS, COURSE, TEST);
            assertThat(service.output())
                    .contains("starts over")
                    .doesNotContainIgnoringCase("Wilhelmine")
                    .doesNotContainIgnoringCase("Quittenbaum")
                    .doesNotContain(COURSE)
                    .doesNotContain(TEST);
        }
    }

    private void joins() {
        long registered = world.lms.changedAddress("ann");
        world.assigner.learner("ann", NAME, ADDRESS);
        world.assigner.atOnce(() -> {
            ref = world.assigner.starts("ann", "acme", true, registered, LONG_AGO);
            world.assigner.decided("ann", registered + 1);
        });
    }

    private void does() {
        world.lms.completedCourse("ann", UUID.randomUUID(), COURSE);
        long last = world.lms.passedTest("ann", UUID.randomUUID(), Lms.now());
        world.assigner.decided("ann", last + 1);
    }

    private void sendsSomethingUnreadable() throws Exception {
        byte[] broken = ("\0\0\0\0\1" + NAME + " " + ADDRESS).getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", world.parts.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.USER_EVENTS.name(), "ann", broken))
                    .get();
        }
    }

    private void awaitShared(int values) {
        await().atMost(SOON).until(() -> acme.live().size() == values);
    }

    private static void awaitOutput(ServiceProcess service, String text) {
        await().atMost(SOON).until(() -> service.output().contains(text));
    }
}

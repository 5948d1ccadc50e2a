package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static io.corporateportals.exporter.World.awaitTypes;
import static io.corporateportals.exporter.World.neighbourOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feeds that are made, that vanish, that are forbidden, and that come back. */
@ExtendWith(PartsExtension.class)
class ParkingIT {
    private final World world;
    private final Admin admin;
    private final FeedRights rights;
    private final Partner acme;
    private final Partner beko;

    ParkingIT(Parts parts) {
        world = new World(parts);
        admin = parts.broker().admin();
        rights = new FeedRights(admin);
        acme = world.portal("acme");
        beko = world.portal("beko");
    }

    @AfterEach
    void close() throws Exception {
        rights.allow();
        world.close();
        admin.close();
    }

    @Test
    void aForbiddenFeedIsParkedOthersGoOnAndItGetsAllThatItMissed() throws Exception {
        Service service = world.start();
        UUID ann = world.member("ann", "acme");
        UUID before = world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");

        rights.forbid("acme");
        UUID missed = world.logsIn("ann");
        UUID bob = world.member(neighbourOf("ann"), "beko");
        awaitTypes(beko, "SharedLearner");
        UUID missedToo = world.logsIn("ann");
        awaitTypes(beko, "SharedLearner");
        assertThat(acme.live()).containsOnlyKeys(ann.toString(), ann + "/" + before);
        assertThat(beko.live()).containsOnlyKeys(bob.toString());
        awaitParked(service, 1);

        rights.allow();
        assertThat(service.post("/parked/acme/return").statusCode()).isEqualTo(202);

        awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity", "SharedActivity");
        assertThat(acme.live())
                .containsOnlyKeys(ann.toString(), ann + "/" + before, ann + "/" + missed, ann + "/" + missedToo);
        awaitParked(service, 0);

        UUID after = world.logsIn("ann");
        await().atMost(SOON).until(() -> acme.live().containsKey(ann + "/" + after));
    }

    @Test
    void aLearnerWhoLeavesWhileTheFeedIsParkedIsTakenBackWhenItReturns() throws Exception {
        Service service = world.start();
        UUID ann = world.member("ann", "acme");
        world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");

        rights.forbid("acme");
        world.leaves("ann", ann);
        world.member(neighbourOf("ann"), "beko");
        awaitTypes(beko, "SharedLearner");
        rights.allow();
        service.post("/parked/acme/return");

        awaitTypes(acme, "SharedLearner", "SharedActivity", "null", "SharingEnded");
    }

    @Test
    void aRetractionThatAForbiddenFeedInterruptsIsFinishedWhenItReturns() throws Exception {
        Service service = world.startBehindProxies("--exporter.records-at-once=5");
        UUID ann = world.member("ann", "acme");
        world.logsIn("ann", 100);
        await().atMost(SOON).until(() -> acme.live().size() == 101);

        Network network = world.parts.network();
        network.broker().delay(Duration.ofMillis(50));
        world.leaves("ann", ann);
        await().atMost(SOON).until(() -> acme.typesCommitted().contains("null"));
        rights.forbid("acme");
        network.heal();
        awaitParked(service, 1);
        assertThat(acme.typesCommitted()).contains("null").doesNotContain("SharingEnded");

        rights.allow();
        assertThat(service.post("/parked/acme/return").statusCode()).isEqualTo(202);

        await().atMost(SOON).until(() -> acme.live().equals(Map.of(ann.toString(), "SharingEnded")));
        assertThat(acme.typesCommitted()).hasSize(202).endsWith("SharingEnded");
    }

    @Test
    void othersWaitForAMissingFeedOnceNotForEachOfItsRecords() throws Exception {
        Service service = world.start("--exporter.records-at-once=1000");
        world.member("ann", "acme");
        awaitTypes(acme, "SharedLearner");

        admin.deleteTopics(List.of(Topics.employerFeed("acme").name())).all().get();
        world.logsIn("ann", 100);
        world.member(neighbourOf("ann"), "beko");

        awaitTypes(beko, "SharedLearner");
        awaitParked(service, 1);
    }

    @Test
    void othersDoNotWaitForALearnerWithMuchToTakeBack() throws Exception {
        world.startBehindProxies("--exporter.records-at-once=5");
        UUID ann = world.member("ann", "acme");
        world.logsIn("ann", 200);
        String neighbour = neighbourOf("ann");
        UUID bob = world.member(neighbour, "beko");
        world.logsIn(neighbour);
        await().atMost(SOON)
                .until(() -> acme.live().size() == 201 && beko.live().size() == 2);

        world.parts.network().broker().delay(Duration.ofMillis(50));
        world.leaves("ann", ann);
        world.leaves(neighbour, bob);

        awaitTypes(beko, "SharedLearner", "SharedActivity", "null", "SharingEnded");
        assertThat(acme.typesCommitted()).contains("null").doesNotContain("SharingEnded");
        world.parts.network().heal();
        await().atMost(SOON).until(() -> acme.live().equals(Map.of(ann.toString(), "SharingEnded")));
        assertThat(acme.typesCommitted()).hasSize(402).endsWith("SharingEnded");
    }

    @Test
    void aFeedThatVanishedIsNotMadeAgainUntilAPersonMakesIt() throws Exception {
        Service service = world.start();
        UUID ann = world.member("ann", "acme");
        UUID before = world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");
        Topic feed = Topics.employerFeed("acme");
        admin.deleteTopics(List.of(feed.name())).all().get();

        UUID missed = world.logsIn("ann");
        world.member(neighbourOf("ann"), "beko");
        awaitTypes(beko, "SharedLearner");

        assertThat(admin.listTopics().names().get()).doesNotContain(feed.name());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(service.post("/parked/acme/return").body()).contains("missing"));

        make(feed);
        assertThat(service.post("/parked/acme/return").statusCode()).isEqualTo(202);

        awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity");
        assertThat(acme.live()).containsOnlyKeys(ann.toString(), ann + "/" + before, ann + "/" + missed);
    }

    @Test
    void aFeedThatWasMadeAnewWhileNobodyLookedIsNotGoneOnWithUntilAPersonAsks() throws Exception {
        world.start();
        UUID ann = world.member("ann", "acme");
        UUID before = world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");
        world.stop();
        Topic feed = Topics.employerFeed("acme");
        admin.deleteTopics(List.of(feed.name())).all().get();
        await().until(() -> !admin.listTopics().names().get().contains(feed.name()));
        make(feed);

        Service service = world.start();
        UUID missed = world.logsIn("ann");
        world.member(neighbourOf("ann"), "beko");
        awaitTypes(beko, "SharedLearner");
        awaitParked(service, 1);
        assertThat(acme.everything()).isEmpty();

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service.post("/parked/acme/return").statusCode())
                                .isEqualTo(202));
        awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity");
        assertThat(acme.live()).containsOnlyKeys(ann.toString(), ann + "/" + before, ann + "/" + missed);
    }

    @Test
    void aFeedThatSomebodyGaveMorePartitionsGoesOnInItsFirst() throws Exception {
        world.start();
        UUID ann = world.member("ann", "acme");
        world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");

        admin.createPartitions(Map.of(Topics.employerFeed("acme").name(), NewPartitions.increaseTo(7)))
                .all()
                .get();
        world.stop();
        world.start();
        world.logsIn("ann", 20);
        await().atMost(SOON).until(() -> acme.live().size() == 22);
        world.leaves("ann", ann);

        await().atMost(SOON).until(() -> acme.live().equals(Map.of(ann.toString(), "SharingEnded")));
    }

    @Test
    void everyPortalHasAFeedAsTheContractSaysWithAHeartbeat() throws Exception {
        world.start("--exporter.heartbeat-every=1s");

        await().atMost(SOON).until(() -> acme.heartbeats() >= 2 && beko.heartbeats() >= 2);
        Topic feed = Topics.employerFeed("acme");
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, feed.name());
        Config config = Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).values().get(resource))
                .get();
        for (Map.Entry<String, String> setting : feed.settings().entrySet())
            assertThat(config.get(setting.getKey()).value()).isEqualTo(setting.getValue());
    }

    private void make(Topic feed) throws Exception {
        NewTopic topic = new NewTopic(feed.name(), feed.partitions(), (short) 1);
        admin.createTopics(List.of(topic.configs(feed.settings()))).all().get();
    }

    private static void awaitParked(Service service, int portals) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                service.get("/actuator/metrics/exporter.parked").body())
                        .contains("\"value\":" + portals));
    }
}

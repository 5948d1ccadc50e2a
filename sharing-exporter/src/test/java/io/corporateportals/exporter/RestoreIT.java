package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.LONG_AGO;
import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.ColdCopy;
import io.corporateportals.testbed.parts.database.PostgresServer;
import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.machine.Port;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The protocol: "a batch that PostgreSQL does not know [means that it] may have lost commits; the exporter then completes the
 * ledger from the feeds, retracts what no decision covers and starts from the beginning of the log".
 */
@ExtendWith(PartsExtension.class)
class RestoreIT {
    private final DataDirectory data;
    private final PostgresServer postgres;
    private final World world;
    private final Partner acme;

    RestoreIT(Parts parts) {
        data = new DataDirectory(parts.children().temporaryDirectory(), true);
        postgres = PostgresServer.start(parts.children(), Home.find(), data, Port.free());
        postgres.awaitReady();
        world = new World(parts, postgres.database("portals"));
        acme = world.portal("acme");
    }

    @AfterEach
    void close() {
        world.close();
        postgres.child().stop();
    }

    @Test
    void whatPostgresqlLostIsNeitherRepeatedNorKeptNorSharedAgainAfterItsEnd() throws IOException {
        world.start();
        UUID ann = world.member("ann", "acme");
        UUID first = world.logsIn("ann");
        UUID dora = world.member("dora", "acme");
        world.logsIn("dora");
        awaitLive(Map.of(ann, "SharedLearner", dora, "SharedLearner"), 4);
        // the service goes on as soon as PostgreSQL does
        ColdCopy copy = ColdCopy.of(postgres, data);

        UUID second = UUID.randomUUID();
        long seconds = world.lms.loggedIn("ann", second);
        world.assigner.decided("ann", seconds + 1);
        long left = world.lms.changedAddress("dora");
        Instant leftAt = Lms.now();
        doraLeaves(dora, left, leftAt);
        long joined = world.lms.changedAddress("carl");
        UUID carl = carlJoins(joined);
        UUID carls = world.logsIn("carl");
        awaitLive(Map.of(ann, "SharedLearner", dora, "SharingEnded", carl, "SharedLearner"), 6);
        copy.restore();
        new RecoveryPermit(world.database).allow();

        awaitLive(Map.of(ann, "SharedLearner", dora, "SharingEnded", carl, "SharingEnded"), 5);
        long afterTheEnd = world.lms.loggedIn("dora", UUID.randomUUID());
        UUID again = carlJoins(joined);
        world.assigner.decided("ann", seconds + 1);
        world.assigner.decided("dora", afterTheEnd + 1);
        UUID third = world.logsIn("ann");
        UUID carlsLast = world.logsIn("carl");

        Map<String, String> all = new TreeMap<>();
        for (UUID event : new UUID[] {first, second, third}) all.put(ann + "/" + event, "SharedActivity");
        for (UUID event : new UUID[] {carls, carlsLast}) all.put(again + "/" + event, "SharedActivity");
        all.put(ann.toString(), "SharedLearner");
        all.put(again.toString(), "SharedLearner");
        all.put(carl.toString(), "SharingEnded");
        all.put(dora.toString(), "SharingEnded");
        await().atMost(SOON).untilAsserted(() -> assertThat(acme.live()).isEqualTo(all));
        assertThat(acme.repeated()).isEmpty();
        assertThat(acme.leaked()).isEmpty();
    }

    // nothing but its timeline tells that it may lack what came after; all partitions ask at once, or a person would
    // have to look again
    @Test
    void aPostgresqlThatWasRestoredToAPointInTimeIsNoticedByAllPartitionsThoughNothingIsMissing() throws IOException {
        Service service = world.start();
        UUID ann = world.member("ann", "acme");
        UUID first = world.logsIn("ann");
        awaitLive(Map.of(ann, "SharedLearner"), 2);

        ColdCopy.of(postgres, data).restoreToPointInTime();
        RecoveryPermit permit = new RecoveryPermit(world.database);
        await().atMost(SOON).until(permit::asking, is(Topics.LEARNER_PARTITIONS));
        RecoveryPermit.assertSaid(service);
        permit.allow();
        UUID second = world.logsIn("ann");

        awaitLive(Map.of(ann, "SharedLearner"), 3);
        assertThat(acme.live()).containsKeys(ann + "/" + first, ann + "/" + second);
        assertThat(acme.repeated()).isEmpty();
    }

    private void doraLeaves(UUID dora, long left, Instant leftAt) {
        world.assigner.atOnce(() -> {
            world.assigner.ends(dora, "dora", left, leftAt);
            world.assigner.decided("dora", left + 1);
        });
    }

    private UUID carlJoins(long joined) {
        world.assigner.learner("carl", "Carl", "carl@acme.example");
        UUID carl = world.assigner.starts("carl", "acme", true, joined, LONG_AGO);
        world.assigner.decided("carl", joined + 1);
        return carl;
    }

    private void awaitLive(Map<UUID, String> learners, int size) {
        await().atMost(SOON).untilAsserted(() -> {
            Map<String, String> live = acme.live();
            learners.forEach((ref, type) -> assertThat(live).containsEntry(ref.toString(), type));
            assertThat(live).hasSize(size);
        });
    }
}

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
import org.apache.kafka.common.TopicPartition;
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

    /** DESIGN 5: it starts from a position that it knows, "never from earliest or latest blindly". */
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

    /** DESIGN 5: "the policy version ... in force [is a] recorded decision at a position of each partition". */
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

    /** DESIGN 1: "leave, unassign, stop the export, retract what was sent, prove it". */
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
}

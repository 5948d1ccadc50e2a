package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.util.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The protocol: "Batches of p are totally ordered by the fence. Lag, crashes and redelivery change when, never what." */
@ExtendWith(PartsExtension.class)
class RebalanceIT {
    private final World world;
    private final Partner acme;

    RebalanceIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyEntryIsPublishedOnceAndNothingAfterAnEndWhileInstancesComeAndGo() {
        Service first = world.start();
        Traffic traffic = Traffic.begin(world, "acme");
        try (traffic) {
            await().atMost(SOON).until(() -> acme.committed().size() > 50);
            Service second = world.start();
            await().atMost(SOON).until(() -> !owned(second).isEmpty());
            goesOn(traffic);
            first.close();
            await().atMost(SOON).until(() -> owned(second).size() == Topics.LEARNER_PARTITIONS);
            goesOn(traffic);
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(acme.live()).isEqualTo(traffic.live()));
        assertThat(acme.typesCommitted()).contains("SharingEnded");
        assertThat(acme.repeated()).isEmpty();
        assertThat(acme.leaked()).isEmpty();
    }

    private static void goesOn(Traffic traffic) {
        int soFar = traffic.events();
        await().atMost(SOON).until(() -> traffic.events() > soFar + 60);
    }

    private static Collection<Integer> owned(Service service) {
        return service.part(PartitionStates.class).all().keySet();
    }
}

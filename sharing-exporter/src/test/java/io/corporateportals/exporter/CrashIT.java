package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The protocol: "a large portal's end is many small transactions, and retraction is level-triggered". */
@ExtendWith(PartsExtension.class)
class CrashIT {
    private static final int MANY = 100;

    private final World world;
    private final Partner acme;

    CrashIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRetractionInWhoseMiddleTheServiceIsKilledIsFinishedByTheNextFromThere() {
        try (ServiceProcess service = ServiceProcess.start(world, "--exporter.records-at-once=5")) {
            UUID ann = world.member("ann", "acme");
            world.logsIn("ann", MANY);
            await().atMost(SOON).until(() -> acme.live().size() == 1 + MANY);

            world.parts.network().broker().delay(Duration.ofMillis(50));
            world.leaves("ann", ann);
            await().atMost(SOON).until(() -> acme.typesCommitted().contains("null"));
            service.kill();
            assertThat(acme.everything()).noneMatch(one -> one.type().equals("SharingEnded"));
            world.parts.network().heal();
            service.startAgain();

            await().atMost(SOON).until(() -> acme.live().equals(Map.of(ann.toString(), "SharingEnded")));
            assertThat(acme.typesCommitted()).hasSize(2 + 2 * MANY).endsWith("SharingEnded");
            service.kill();
        }
    }
}

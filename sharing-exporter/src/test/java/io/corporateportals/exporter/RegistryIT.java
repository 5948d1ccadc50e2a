package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.awaitTypes;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A registry that is silent for longer than any client remembers by itself what it said (Apicurio's: 30 s). */
@ExtendWith(PartsExtension.class)
class RegistryIT {
    private static final long LONGER_THAN_REMEMBERED = 35;

    private final World world;
    private final Partner acme;

    RegistryIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
    }

    @AfterEach
    void close() {
        world.parts.network().heal();
        world.close();
    }

    @Test
    void whoLeavesIsTakenBackWhileTheRegistryIsSilent() throws Exception {
        world.startBehindProxies();
        UUID bob = world.member("bob", "acme");
        awaitTypes(acme, "SharedLearner");
        world.leaves("bob", bob);
        UUID ann = world.member("ann", "acme");
        world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharingEnded", "SharedLearner", "SharedActivity");

        world.parts.network().registry().halfOpen();
        TimeUnit.SECONDS.sleep(LONGER_THAN_REMEMBERED);
        world.leaves("ann", ann);

        awaitTypes(acme, "SharedLearner", "SharingEnded", "SharedLearner", "SharedActivity", "null", "SharingEnded");
    }
}

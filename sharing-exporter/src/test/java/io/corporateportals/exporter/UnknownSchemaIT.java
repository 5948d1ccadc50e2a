package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.registry.LaterRelease;
import io.corporateportals.testbed.parts.registry.Subjects;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The protocol: what the registry does not know yet, it may know by the time the assigner decides past it. */
@ExtendWith(PartsExtension.class)
class UnknownSchemaIT {
    private final World world;
    private final Partner acme;
    private final Subjects subjects;

    UnknownSchemaIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
        subjects = new Subjects(parts.registryUrl());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sharesARecordWhoseSchemaTheRegistryComesToKnowBeforeTheAssignerDecides() throws Exception {
        Service service = world.start();
        UUID ann = world.member("ann", "acme");
        UUID known = world.logsIn("ann");
        int id = subjects.register(loggedInWith("device")) + 1;
        UUID event = UUID.randomUUID();
        long offset = world.lms.send("ann", newer(id, event));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/actuator/health").body())
                        .containsPattern("waitingForAssigner[^]]*at offset " + offset));
        assertThat(subjects.register(loggedInWith("place"))).isEqualTo(id);

        world.assigner.decided("ann", offset + 1);
        UUID behind = world.logsIn("ann");

        await().atMost(SOON).until(() -> acme.live().containsKey(ann + "/" + behind));
        assertThat(acme.live())
                .containsOnlyKeys(ann.toString(), ann + "/" + known, ann + "/" + event, ann + "/" + behind);
    }

    @Test
    void passesOverARecordWhoseSchemaNobodyKnowsOnceTheAssignerHasDecided() {
        world.start();
        UUID ann = world.member("ann", "acme");
        long offset = world.lms.send("ann", newer(1_000_000, UUID.randomUUID()));
        world.assigner.decided("ann", offset + 1);
        UUID behind = world.logsIn("ann");

        await().atMost(SOON).until(() -> acme.live().containsKey(ann + "/" + behind));
    }

    // as a later release of the LMS writes it
    private byte[] newer(int id, UUID event) {
        byte[] value = world.lms.value(new UserLoggedIn(event.toString(), "ann", Lms.now()));
        // the field that is new is empty: a zero
        byte[] newer = Arrays.copyOf(value, value.length + 1);
        ByteBuffer.wrap(newer).putInt(1, id);
        return newer;
    }

    private static Schema loggedInWith(String another) {
        return LaterRelease.of(UserLoggedIn.getClassSchema(), another);
    }
}

package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static io.corporateportals.exporter.World.strangerTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.Partner.Received;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.network.Proxy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The protocol: an unreadable record is never taken for a deletion; what cannot be read now is waited for, and nothing overtakes it. */
@ExtendWith(PartsExtension.class)
class OutageIT {
    private final World world;
    private final Partner acme;
    private final Proxy registry;

    OutageIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
        registry = parts.network().registry();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whileTheRegistryIsAwayNothingIsDroppedDeadLetteredOrSharedWrongly() throws Exception {
        registry.refuse();
        Service service = world.startBehindProxies();
        UUID ann = world.member("ann", "acme");
        UUID first = world.logsIn("ann");
        String other = strangerTo("ann");
        UUID bob = world.member(other, "acme");
        UUID bobs = world.logsIn(other);
        UUID left = world.member("carl", "acme");
        world.logsIn("carl");
        world.leaves("carl", left);
        awaitRetrying(service, "ann");
        assertThat(acme.everything()).isEmpty();

        registry.heal();
        await().atMost(SOON).until(() -> acme.live().size() == 5);
        assertThat(acme.live())
                .containsOnlyKeys(ann.toString(), ann + "/" + first, bob.toString(), bob + "/" + bobs, left.toString());

        registry.cut();
        registry.refuse();
        UUID test = UUID.randomUUID();
        world.assigner.decided("ann", world.lms.passedTest("ann", test, Lms.now()) + 1);
        UUID behindIt = world.logsIn("ann");
        UUID elsewhere = world.logsIn(other);
        await().atMost(SOON).until(() -> acme.live().containsKey(bob + "/" + elsewhere));
        awaitRetrying(service, "ann");
        assertThat(acme.live()).hasSize(6);

        registry.heal();
        await().atMost(SOON).until(() -> acme.live().size() == 8);
        assertThat(acme.committed().stream().map(Received::key))
                .containsSubsequence(ann + "/" + first, ann + "/" + test, ann + "/" + behindIt);
        assertThat(acme.everything().stream().filter(one -> one.key().startsWith(left.toString())))
                .extracting(Received::type)
                .containsExactly("SharingEnded");
        assertThat(acme.repeated()).isEmpty();
        assertThat(dropped(service)).as("carl's login, after carl had left").isEqualTo(1);
        assertThat(deadLetters()).isZero();
    }

    private static void awaitRetrying(Service service, String user) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get("/actuator/health").body())
                        .containsPattern("\"" + AssignerTables.partitionOf(user) + " since [^\"]*Registry"));
    }

    private static double dropped(Service service) {
        return service.part(MeterRegistry.class).get("exporter.dropped").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long deadLetters() throws Exception {
        Topic topic = Topics.USER_EVENTS.deadLetters("sharing-exporter");
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (Admin admin = world.parts.broker().admin()) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }
}

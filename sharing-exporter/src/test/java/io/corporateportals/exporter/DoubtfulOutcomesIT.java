package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.exporter.Partner.Received;
import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.network.Drops;
import io.corporateportals.testbed.parts.network.KafkaProxy;
import io.corporateportals.testbed.parts.network.KafkaRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The protocol: the producer "is replaced after any doubtful outcome (never abort and reuse)", and a redo "finds its own offset". */
@ExtendWith(PartsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtfulOutcomesIT {
    private final Parts parts;
    private final World world;
    private final KafkaProxy proxy;
    private final Service service;
    private final Admin admin;
    private String user = "";
    private String portal = "";
    private Partner partner;
    private UUID ref = UUID.randomUUID();
    private UUID before = UUID.randomUUID();

    DoubtfulOutcomesIT(Parts parts) {
        this.parts = parts;
        proxy = parts.network().broker();
        admin = parts.broker().admin();
        world = new World(parts);
        partner = new Partner(parts, "none");
        service = world.startBehindProxies(
                "--spring.kafka.producer.properties.transaction.timeout.ms=2000",
                "--spring.kafka.producer.properties.delivery.timeout.ms=30000");
    }

    @BeforeEach
    void aLearnerWhoHasLoggedIn() {
        user = "u" + UUID.randomUUID();
        portal = "p" + UUID.randomUUID();
        partner = world.portal(portal);
        ref = world.member(user, portal);
        before = world.logsIn(user);
        await().atMost(SOON).until(() -> partner.live().size() == 2);
    }

    @AfterEach
    void heal() {
        parts.network().heal();
    }

    @AfterAll
    void close() {
        admin.close();
        world.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INIT_PRODUCER_ID")
    void anEntryIsPublishedOnceWhicheverAnswerOfTheBrokerIsLost(KafkaRequest request) {
        Drops drops = proxy.dropAnswers(request, 1);

        isPublishedOnce(world.logsIn(user));

        assertThat(drops.happened()).isOne();
    }

    @Test
    void anEntryIsPublishedOnceAlthoughItsOwnerNeverLearnsOfTheCommit() {
        Drops drops = proxy.dropAnswers(KafkaRequest.END_TXN, 1000);
        UUID event = world.logsIn(user);
        await().atMost(SOON).until(() -> isRetrying());
        proxy.heal();

        assertThat(drops.happened()).isPositive();
        isPublishedOnce(event);
    }

    @Test
    void anEntryIsPublishedOnceAlthoughTheAnswerToTheLedgersCommitIsLost() {
        Drops drops = parts.network().postgres().dropAnswersToCommit(1, "update exporter.export_owner set batch");

        isPublishedOnce(world.logsIn(user));

        assertThat(drops.happened()).isOne();
    }

    @Test
    void aTransactionThatTimedOutWhileItsOwnerWasStuckIsPublishedOnceByTheNext() {
        Drops drops = proxy.dropAnswers(KafkaRequest.PRODUCE, 1000);
        UUID event = world.logsIn(user);
        await().atMost(SOON).until(() -> drops.happened() > 0);
        proxy.halfOpen();
        await().atMost(SOON).until(() -> transaction() == TransactionState.COMPLETE_ABORT);
        assertThat(partner.live()).doesNotContainKey(ref + "/" + event);
        proxy.heal();

        isPublishedOnce(event);
        assertThat(partner.everything().stream().map(Received::key))
                .as("at least the one that was aborted, and the one that counts")
                .filteredOn((ref + "/" + event)::equals)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private void isPublishedOnce(UUID event) {
        UUID next = world.logsIn(user);
        await().atMost(SOON).until(() -> partner.live().containsKey(ref + "/" + next));
        List<String> keys = partner.committed().stream().map(Received::key).toList();
        assertThat(keys).containsExactly(ref.toString(), ref + "/" + before, ref + "/" + event, ref + "/" + next);
        await().atMost(SOON).until(() -> !isRetrying());
    }

    private boolean isRetrying() {
        return service.part(PartitionStates.class).all().get(AssignerTables.partitionOf(user))
                instanceof PartitionStates.Retrying;
    }

    private TransactionState transaction() throws ExecutionException, InterruptedException {
        String id = "sharing-exporter-" + AssignerTables.partitionOf(user);
        return admin.describeTransactions(List.of(id)).description(id).get().state();
    }
}

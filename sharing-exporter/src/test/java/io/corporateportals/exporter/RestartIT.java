package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static io.corporateportals.exporter.World.awaitTypes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.application.Doubt;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Listed;
import io.corporateportals.exporter.application.Look;
import io.corporateportals.exporter.application.NotOwner;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.RecoveryRequests;
import io.corporateportals.exporter.jdbc.JdbcLedger;
import io.corporateportals.exporter.jdbc.JdbcRecoveryRequests;
import io.corporateportals.exporter.model.Activity;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.Limits;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.exporter.model.Scope;
import io.corporateportals.exporter.model.UserId;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The service stops, something happens, and it starts again. */
@ExtendWith(PartsExtension.class)
class RestartIT {
    private static final int PARTITION = AssignerTables.partitionOf("ann");

    private final World world;
    private final Partner acme;
    private final JdbcClient exporterTables;
    private final Ledger ledger;
    private final RecoveryPermit permit;

    RestartIT(Parts parts) {
        world = new World(parts);
        acme = world.portal("acme");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(world.database.jdbcUrl(Database.EXPORTER));
        exporterTables = JdbcClient.create(source);
        ledger = new JdbcLedger(exporterTables, new DataSourceTransactionManager(source));
        permit = new RecoveryPermit(world.database);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatWasListedBeforeACrashIsPublishedOnceAfterIt() {
        UUID ref = sharesOneLogin();
        world.stop();
        UUID event = UUID.randomUUID();
        long offset = world.lms.loggedIn("ann", event);
        world.assigner.decided("ann", offset + 1);

        Listed listed = ledger.list(ledger.own(PARTITION), look(offset, event));
        assertThat(listed.plan().disclosures()).hasSize(1);
        world.start();

        awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity");
        assertThat(acme.committed().get(2).key()).isEqualTo(ref + "/" + event);
    }

    @Test
    void whoLostThePartitionCanListNothing() {
        sharesOneLogin();
        world.stop();
        UUID event = UUID.randomUUID();
        long offset = world.lms.loggedIn("ann", event);
        world.assigner.decided("ann", offset + 1);
        Ownership first = ledger.own(PARTITION);
        ledger.own(PARTITION);

        assertThatThrownBy(() -> ledger.list(first, look(offset, event))).isInstanceOf(NotOwner.class);
        assertThat(listedEvents()).hasSize(1);
    }

    @Test
    void nothingIsRepeatedOrMissingAfterTheGroupsOffsetsAreLost() throws Exception {
        UUID ref = sharesOneLogin();
        world.stop();
        try (Admin admin = world.parts.broker().admin()) {
            admin.deleteConsumerGroupOffsets(
                            "sharing-exporter", Set.of(new TopicPartition(Topics.USER_EVENTS.name(), PARTITION)))
                    .all()
                    .get();
        }
        UUID meanwhile = world.logsIn("ann");
        Service service = world.start();
        permit.awaitAsked();
        RecoveryPermit.assertSaid(service);
        assertThat(acme.typesCommitted()).hasSize(2);
        permit.allow();

        await().atMost(SOON).until(() -> acme.live().containsKey(ref + "/" + meanwhile));
        assertThat(acme.typesCommitted()).filteredOn("SharedActivity"::equals).hasSize(2);
    }

    @Test
    void nothingIsRepeatedAfterTheGroupShowsAnOldPosition() throws Exception {
        UUID ref = sharesOneLogin();
        world.stop();
        try (Admin admin = world.parts.broker().admin()) {
            Map<TopicPartition, OffsetAndMetadata> old = admin.listConsumerGroupOffsets("sharing-exporter")
                    .partitionsToOffsetAndMetadata()
                    .get();
            world.start();
            world.logsIn("ann");
            awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity");
            world.logsIn("ann");
            awaitTypes(acme, "SharedLearner", "SharedActivity", "SharedActivity", "SharedActivity");
            world.stop();
            admin.alterConsumerGroupOffsets("sharing-exporter", old).all().get();
        }
        Service service = world.start();
        permit.awaitAsked();
        RecoveryPermit.assertSaid(service);
        UUID afterwards = world.logsIn("ann");
        permit.allow();

        await().atMost(SOON).until(() -> acme.live().containsKey(ref + "/" + afterwards));
        assertThat(acme.typesCommitted()).filteredOn("SharedActivity"::equals).hasSize(4);
    }

    @Test
    void whatARestoredDatabaseHasLostIsTakenBack() {
        UUID ref = sharesOneLogin();
        world.stop();
        exporterTables.sql("delete from exporter.disclosure").update();
        exporterTables.sql("update exporter.export_owner set batch = 0").update();
        world.assigner.forgets(ref, "ann");
        world.start();
        permit.awaitAsked();
        assertThat(permit.undecided()).isEqualTo(1);
        assertThat(acme.typesCommitted()).hasSize(2);
        permit.allow();

        // each partition that recovers takes it back: more than once does no harm
        await().atMost(SOON).until(() -> acme.live().equals(Map.of(ref.toString(), "SharingEnded")));
        assertThat(acme.typesCommitted().subList(2, 4)).containsExactly("null", "SharingEnded");
    }

    @Test
    void anEndThatThePartnerHasSeenStaysAlsoIfTheDatabaseForgotIt() {
        UUID ref = sharesOneLogin();
        world.leaves("ann", ref);
        awaitTypes(acme, "SharedLearner", "SharedActivity", "null", "SharingEnded");
        world.stop();
        exporterTables.sql("update exporter.export_owner set batch = 0").update();
        world.assigner.forgetsEnd(ref, "ann");
        world.logsIn("ann");
        UUID bob = world.member("bob", "acme");
        world.start();
        permit.allow();

        await().atMost(SOON).until(() -> acme.live().containsKey(bob.toString()));
        world.logsIn("bob");
        await().atMost(SOON).until(() -> acme.live().size() == 3);
        assertThat(acme.live()).containsEntry(ref.toString(), "SharingEnded");
        assertThat(acme.typesCommitted()).filteredOn("SharedLearner"::equals).hasSize(2);
    }

    // as when a partition changes hands while both its owners look what there is to take back
    @Test
    void whoAsksAgainWhatAPersonHasAllowedLeavesItAllowed() {
        sharesOneLogin();
        world.stop();
        RecoveryRequests requests = new JdbcRecoveryRequests(exporterTables);
        Ownership owner = ledger.own(PARTITION);
        Doubt doubt = new Doubt(Doubt.Reason.NO_COMMITTED_POSITION, "none, this one");
        Doubt another = new Doubt(Doubt.Reason.NO_COMMITTED_POSITION, "none, another one");
        Published nothing = new Published(List.of());
        requests.ask(owner, doubt, nothing);
        exporterTables.sql("update exporter.recovery set allowed_at = now()").update();

        requests.ask(owner, doubt, nothing);
        assertThat(requests.state(owner, doubt)).isEqualTo(RecoveryRequests.State.ALLOWED);

        requests.ask(owner, another, nothing);
        assertThat(requests.state(owner, another)).isEqualTo(RecoveryRequests.State.ASKED);
    }

    private UUID sharesOneLogin() {
        world.start();
        UUID ref = world.member("ann", "acme");
        world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");
        return ref;
    }

    private static Look look(long offset, UUID event) {
        LogRecord record = new LogRecord.Did(
                offset, Lms.now(), new UserId("ann"), new EventId(event), Lms.now(), new Activity.LoggedIn());
        return new Look(
                new Position(offset, Cursor.behind(1)),
                List.of(record),
                new Scope.AllBut(Set.of()),
                Long.MAX_VALUE,
                new Limits(10, 10));
    }

    private List<UUID> listedEvents() {
        return exporterTables
                .sql("select event_id from exporter.disclosure")
                .query(UUID.class)
                .list();
    }
}

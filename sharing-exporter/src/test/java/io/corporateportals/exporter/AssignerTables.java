package io.corporateportals.exporter;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.database.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides as the portal-assigner would, in its own tables: so that every interleaving can be made. */
final class AssignerTables {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AssignerTables(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl(Database.ASSIGNER) + "&currentSchema=assigner");
        Flyway.configure()
                .dataSource(source)
                .defaultSchema("assigner")
                .locations("filesystem:../portal-assigner/src/main/resources/db/migration")
                .placeholders(java.util.Map.of(
                        "exporter_role", Database.EXPORTER,
                        "learner_partitions", String.valueOf(Topics.LEARNER_PARTITIONS),
                        "portal_events", Topics.PORTAL_EVENTS.name()))
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        jdbc.sql("insert into policy (version, fingerprint) values ('2026-01', 'x')")
                .update();
        policy("2026-01", 0);
    }

    static int partitionOf(String user) {
        return Topics.USER_EVENTS.partitionOf(user.getBytes(StandardCharsets.UTF_8));
    }

    private void policy(String version, long fromOffset) {
        jdbc.sql("""
                        insert into policy_in_force (partition, policy_no, from_offset)
                        select l.partition, p.policy_no, ? from log_progress l, policy p where p.version = ?""").params(fromOffset, version).update();
    }

    /** Another policy is in force in the user's partition, from that record on. */
    void policyFrom(long offset, String user, String version) {
        jdbc.sql("""
                        with another as (insert into policy (version, fingerprint) values (?, 'y') returning policy_no)
                        insert into policy_in_force (partition, policy_no, from_offset)
                        select ?, policy_no, ? from another""").params(version, partitionOf(user), offset).update();
    }

    /** Notes which topic it reads under that name. */
    void hasRead(String topic, String id) {
        jdbc.sql("insert into topic_read (topic, topic_id) values (?, ?)")
                .params(topic, id)
                .update();
    }

    /** What is decided in one transaction. */
    void atOnce(Runnable decisions) {
        transaction.executeWithoutResult(status -> decisions.run());
    }

    void portal(String portal) {
        jdbc.sql("""
                        insert into portal (portal_id, state, include_subdomains, country, transfer_safeguard, version)
                        values (?, 'ACTIVE', false, 'DE', false, 1)""").params(portal).update();
    }

    void learner(String user, String name, String email) {
        jdbc.sql("""
                        insert into learner (user_id, partition, terminated, name, email, verified, ever_verified,
                          objects, readable)
                        values (?, ?, false, ?, ?, true, true, false, true)
                        on conflict (user_id) do update set name = excluded.name, email = excluded.email""").params(user, partitionOf(user), name, email).update();
    }

    UUID starts(String user, String portal, boolean shared, long offset, Instant occurredAt) {
        UUID assignment = UUID.randomUUID();
        jdbc.sql("""
                        insert into assignment (assignment_id, user_id, partition, portal_id, basis, shared,
                          started_offset, started_at)
                        values (?, ?, ?, ?, 'EMAIL_DOMAIN', ?, ?, ?)""")
                .params(
                        assignment,
                        user,
                        partitionOf(user),
                        portal,
                        shared,
                        offset,
                        occurredAt.atOffset(ZoneOffset.UTC))
                .update();
        change("STARTED", assignment, user, offset, occurredAt);
        return assignment;
    }

    void refreshes(UUID assignment, String user, long offset, Instant occurredAt) {
        change("REFRESHED", assignment, user, offset, occurredAt);
    }

    void ends(UUID assignment, String user, long offset, Instant occurredAt) {
        jdbc.sql("update assignment set ended_offset = ? where assignment_id = ?")
                .params(offset, assignment)
                .update();
        change("ENDED", assignment, user, offset, occurredAt);
    }

    /** Loses a decision, as a restored database would. */
    void forgetsEnd(UUID assignment, String user) {
        jdbc.sql("delete from assignment_change where assignment_id = ? and kind = 'ENDED'")
                .params(assignment)
                .update();
        jdbc.sql("update assignment set ended_offset = null where assignment_id = ?")
                .params(assignment)
                .update();
        sequenceBack(user);
    }

    /** Loses an assignment, as a restored database would. */
    void forgets(UUID assignment, String user) {
        jdbc.sql("delete from assignment_change where assignment_id = ?")
                .params(assignment)
                .update();
        jdbc.sql("delete from assignment where assignment_id = ?")
                .params(assignment)
                .update();
        sequenceBack(user);
    }

    private void sequenceBack(String user) {
        jdbc.sql("""
                        update log_progress l set sequence =
                          (select coalesce(max(sequence), 0) from assignment_change c where c.partition = l.partition)
                        where partition = ?""").params(partitionOf(user)).update();
    }

    private void change(String kind, UUID assignment, String user, long offset, Instant occurredAt) {
        jdbc.sql("""
                        with next as (
                          update log_progress set sequence = sequence + 1 where partition = ? returning sequence)
                        insert into assignment_change
                          (partition, sequence, kind, assignment_id, log_offset, occurred_at)
                        select ?, sequence, ?, ?, ?, ? from next""")
                .params(
                        partitionOf(user),
                        partitionOf(user),
                        kind,
                        assignment,
                        offset,
                        occurredAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All records of the user's partition before {@code next} are decided. */
    void decided(String user, long next) {
        jdbc.sql("update log_progress set next_offset = greatest(next_offset, ?) where partition = ?")
                .params(next, partitionOf(user))
                .update();
    }
}

package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.NotOwner;
import io.corporateportals.exporter.application.Ownership;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row that every transaction for a partition updates first. */
final class OwnerRow {
    // the timeline of the log that PostgreSQL writes now; a control file still shows the old one after a promotion
    static final String INCARNATION = """
            (select system_identifier from pg_control_system())
              || ':' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)""";

    private final JdbcClient jdbc;

    OwnerRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Ownership take(int partition) {
        return jdbc.sql("""
                        insert into exporter.export_owner (partition, epoch, batch) values (?, 1, 0)
                        on conflict (partition) do update set epoch = export_owner.epoch + 1
                        returning epoch, batch, confirmed, %s as incarnation""".formatted(INCARNATION))
                .params(partition)
                .query((row, n) -> new Ownership(
                        partition,
                        row.getLong("epoch"),
                        row.getLong("batch"),
                        row.getLong("confirmed"),
                        row.getString("incarnation")))
                .single();
    }

    /** Locks the row and counts the transaction as the next batch, above {@code atLeast}. */
    Ownership nextBatch(Ownership owner, long atLeast) {
        Ownership next = jdbc.sql("""
                        update exporter.export_owner set batch = greatest(batch, ?) + 1, confirmed = ?
                        where partition = ? and epoch = ?
                        returning batch, %s as incarnation""".formatted(INCARNATION))
                .params(atLeast, owner.confirmed(), owner.partition(), owner.epoch())
                .query((row, n) -> new Ownership(
                        owner.partition(),
                        owner.epoch(),
                        row.getLong("batch"),
                        owner.confirmed(),
                        row.getString("incarnation")))
                .optional()
                .orElseThrow(() -> new NotOwner("the epoch is another one"));
        if (next.batch() <= owner.batch() || !next.incarnation().equals(owner.incarnation()))
            throw new NotOwner("PostgreSQL is not what it was");
        return next;
    }

    /** Notes what Kafka holds. */
    void confirm(Ownership owner) {
        int mine = jdbc.sql("""
                        update exporter.export_owner set confirmed = ?
                        where partition = ? and epoch = ? and batch = ?""")
                .params(owner.confirmed(), owner.partition(), owner.epoch(), owner.batch())
                .update();
        if (mine == 0) throw new NotOwner("the epoch or the batch is another one");
    }

    /** Locks the row. */
    void check(Ownership owner) {
        boolean mine = jdbc.sql("select true from exporter.export_owner where partition = ? and epoch = ? for update")
                .params(owner.partition(), owner.epoch())
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!mine) throw new NotOwner("the epoch is another one");
    }
}

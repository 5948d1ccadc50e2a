package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.Glance;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Listed;
import io.corporateportals.exporter.application.Look;
import io.corporateportals.exporter.application.NotOwner;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.Recovered;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger in PostgreSQL. Whoever comes second to a partition's row fails, because the snapshot is taken with the update
 * of that row: a transaction that looked before another one listed cannot list.
 */
public final class JdbcLedger implements Ledger {
    private final JdbcClient jdbc;
    private final OwnerRow ownerRow;
    private final SnapshotReading snapshots;
    private final DisclosureRows disclosures;
    private final LedgerRecovery recovery;
    private final TransactionTemplate inOneSnapshot;

    public JdbcLedger(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownerRow = new OwnerRow(jdbc);
        this.snapshots = new SnapshotReading(jdbc);
        this.disclosures = new DisclosureRows(jdbc);
        this.recovery = new LedgerRecovery(jdbc, disclosures, snapshots);
        this.inOneSnapshot = new TransactionTemplate(transactions);
        inOneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public Ownership own(int partition) {
        return ownerRow.take(partition);
    }

    @Override
    public long nextOffset(int partition) {
        return jdbc.sql("select next_offset from published.progress where partition = ?")
                .params(partition)
                .query(Long.class)
                .single();
    }

    @Override
    public Glance glance(Ownership owner) {
        int partition = owner.partition();
        record Progress(long nextOffset, long sequence) {}
        // a partition with nothing to do notices too that PostgreSQL was restored and may have lost what it rests on
        Progress progress = jdbc.sql("""
                        select p.next_offset, p.sequence
                        from published.progress p join exporter.export_owner o using (partition)
                        where partition = ? and o.epoch = ? and o.batch = ? and %s = ?""".formatted(OwnerRow.INCARNATION))
                .params(partition, owner.epoch(), owner.batch(), owner.incarnation())
                .query((row, n) -> new Progress(row.getLong(1), row.getLong(2)))
                .optional()
                .orElseThrow(() -> new NotOwner("the epoch, the batch or PostgreSQL is another one"));
        List<PortalId> held = jdbc.sql("select portal_id from exporter.feed where state = 'PARKED'")
                .query((row, n) -> new PortalId(row.getString(1)))
                .list();
        List<Parked> parked =
                jdbc.sql("""
                        select p.portal_id, p.log_offset, p.sequence, p.retracted_up_to, p.round, p.stopped, f.state
                        from exporter.parked p join exporter.feed f using (portal_id)
                        where p.partition = ? order by p.portal_id""").params(partition).query((row, n) -> parked(row)).list();
        return new Glance(progress.nextOffset(), progress.sequence(), new HashSet<>(held), parked);
    }

    @Override
    public Listed list(Ownership owner, Look look) {
        return Objects.requireNonNull(inOneSnapshot.execute(status -> {
            Ownership next = ownerRow.nextBatch(owner, 0);
            Plan plan = look.planned(snapshots.read(owner.partition(), look));
            disclosures.put(owner.partition(), plan.disclosures());
            return new Listed(plan, next);
        }));
    }

    @Override
    public void confirm(Ownership owner) {
        ownerRow.confirm(owner);
    }

    @Override
    public Set<LearnerRef> toRecover(int partition, Set<LearnerRef> refs) {
        return new HashSet<>(jdbc.sql("""
                        select ref from unnest(?::uuid[]) as r (ref) where not exists (
                          select from published.assignment_changes
                          where assignment_id = ref and kind = 'STARTED' and partition <> ?)""")
                .params(Sql.array(refs, LearnerRef::value), partition)
                .query((row, n) -> new LearnerRef(row.getObject(1, UUID.class)))
                .list());
    }

    @Override
    public Recovered recover(Ownership owner, Published published, @Nullable Standing distrusted) {
        long atLeast = distrusted == null ? 0 : distrusted.batch();
        long exported = distrusted == null ? 0 : distrusted.main().offset();
        return Objects.requireNonNull(inOneSnapshot.execute(
                status -> recovery.recover(ownerRow.nextBatch(owner, atLeast), published, exported)));
    }

    private static Parked parked(ResultSet row) throws SQLException {
        UUID upTo = row.getObject("retracted_up_to", UUID.class);
        Cursor cursor = new Cursor(row.getLong("sequence"), upTo == null ? null : new EventId(upTo));
        return new Parked(
                new PortalId(row.getString("portal_id")),
                new Position(row.getLong("log_offset"), cursor),
                row.getInt("round"),
                state(row));
    }

    private static Parked.State state(ResultSet row) throws SQLException {
        if (row.getString("state").equals("RETURNING")) return Parked.State.RETURNING;
        return row.getBoolean("stopped") ? Parked.State.STOPPED : Parked.State.TO_STOP;
    }
}

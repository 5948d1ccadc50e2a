package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.CatchUp;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.application.ParkedFeeds;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Parked portals in PostgreSQL. */
public final class JdbcParkedFeeds implements ParkedFeeds {
    private final JdbcClient jdbc;
    private final OwnerRow ownerRow;
    private final TransactionTemplate transaction;

    public JdbcParkedFeeds(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownerRow = new OwnerRow(jdbc);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void hold(PortalId portal) {
        jdbc.sql("update exporter.feed set state = 'PARKED' where portal_id = ?")
                .params(portal.value())
                .update();
    }

    @Override
    public void park(Ownership owner, PortalId portal, Position from) {
        transaction.executeWithoutResult(status -> {
            ownerRow.check(owner);
            park(owner, portal, from, "PARKED");
        });
    }

    @Override
    public void setAside(Ownership owner, PortalId portal, Position from) {
        transaction.executeWithoutResult(status -> {
            ownerRow.check(owner);
            jdbc.sql("update exporter.feed set state = 'RETURNING' where portal_id = ? and state = 'OPEN'")
                    .params(portal.value())
                    .update();
            park(owner, portal, from, "RETURNING");
        });
    }

    // the feed's row is locked: a portal that is brought back at this moment is so before or after, here and below
    private void park(Ownership owner, PortalId portal, Position from, String state) {
        jdbc.sql("""
                        insert into exporter.parked (portal_id, partition, log_offset, sequence, retracted_up_to, stopped)
                        select portal_id, ?, ?, ?, nullif(?, '')::uuid, state = 'PARKED' from exporter.feed
                        where portal_id = ? and state = ? for share
                        on conflict do nothing""")
                .params(
                        owner.partition(),
                        from.offset(),
                        from.cursor().sequence(),
                        text(from.cursor().retractedUpTo()),
                        portal.value(),
                        state)
                .update();
    }

    @Override
    public boolean stop(Ownership owner, Parked stopped) {
        Position from = stopped.from();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            ownerRow.check(owner);
            if (!isHeld(stopped.portal())) return false;
            jdbc.sql("""
                            update exporter.parked
                            set stopped = true, log_offset = ?, sequence = ?, retracted_up_to = nullif(?, '')::uuid
                            where portal_id = ? and partition = ? and round = ?""")
                    .params(
                            from.offset(),
                            from.cursor().sequence(),
                            text(from.cursor().retractedUpTo()),
                            stopped.portal().value(),
                            owner.partition(),
                            stopped.round())
                    .update();
            return true;
        }));
    }

    private boolean isHeld(PortalId portal) {
        return jdbc.sql("select from exporter.feed where portal_id = ? and state = 'PARKED' for share")
                .params(portal.value())
                .query((row, n) -> true)
                .optional()
                .isPresent();
    }

    @Override
    public void unpark(Ownership owner, CatchUp returned) {
        transaction.executeWithoutResult(status -> {
            ownerRow.check(owner);
            lock(returned.portal());
            jdbc.sql("delete from exporter.parked where portal_id = ? and partition = ? and round = ?")
                    .params(returned.portal().value(), owner.partition(), returned.round())
                    .update();
            openIfLast(returned.portal());
        });
    }

    // two partitions that finish at once see one another
    private void lock(PortalId portal) {
        jdbc.sql("select from exporter.feed where portal_id = ? for update")
                .params(portal.value())
                .query((row, n) -> true)
                .list();
    }

    private void openIfLast(PortalId portal) {
        jdbc.sql("""
                        update exporter.feed f set state = 'OPEN' where portal_id = ? and state = 'RETURNING'
                          and not exists (select from exporter.parked p where p.portal_id = f.portal_id)""").params(portal.value()).update();
    }

    private static String text(@Nullable EventId event) {
        return event == null ? "" : event.toString();
    }
}

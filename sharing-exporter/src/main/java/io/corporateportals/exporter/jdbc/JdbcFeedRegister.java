package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.FeedRegister;
import io.corporateportals.exporter.application.Return;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which feeds were made, in PostgreSQL. */
public final class JdbcFeedRegister implements FeedRegister {
    private static final long MAKING = 0x6665656473L;
    private static final int BEATS_AT_ONCE = 500;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public JdbcFeedRegister(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Set<PortalId> made() {
        return new HashSet<>(jdbc.sql("select portal_id from exporter.feed")
                .query((row, n) -> new PortalId(row.getString(1)))
                .list());
    }

    @Override
    public void makeMissing(Set<PortalId> needed, Function<PortalId, String> making) {
        if (missing(needed).isEmpty()) return;
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .params(MAKING)
                    .query((row, n) -> true)
                    .list();
            for (PortalId portal : missing(needed))
                jdbc.sql("insert into exporter.feed (portal_id, topic_id, heartbeat_at) values (?, ?, now())")
                        .params(portal.value(), making.apply(portal))
                        .update();
        });
    }

    private List<PortalId> missing(Set<PortalId> needed) {
        return jdbc.sql("""
                        select portal_id from (
                          select portal_id from published.portals where state <> 'DELETED'
                          union select unnest(?::text[])) p
                        where not exists (select from exporter.feed f where f.portal_id = p.portal_id)
                        order by portal_id""")
                .params((Object) Sql.array(needed, PortalId::value))
                .query((row, n) -> new PortalId(row.getString(1)))
                .list();
    }

    @Override
    public void whenDue(Duration every, UnaryOperator<Set<PortalId>> beating) {
        transaction.executeWithoutResult(status -> {
            List<PortalId> due = jdbc.sql("""
                            select portal_id from exporter.feed where heartbeat_at <= now() - make_interval(secs => ?) and state <> 'PARKED'
                            order by heartbeat_at limit ? for update skip locked""")
                    .params(every.toMillis() / 1e3, BEATS_AT_ONCE)
                    .query((row, n) -> new PortalId(row.getString(1)))
                    .list();
            if (due.isEmpty()) return;
            // before they are written: if that fails, so does this
            beaten(due, Duration.ZERO);
            Set<PortalId> again = beating.apply(new HashSet<>(due));
            beaten(again, every.minus(AGAIN));
        });
    }

    private void beaten(Collection<PortalId> portals, Duration ago) {
        jdbc.sql("""
                        update exporter.feed set heartbeat_at = now() - make_interval(secs => ?)
                        where portal_id = any (?::text[])""")
                .params(ago.toMillis() / 1e3, Sql.array(portals, PortalId::value))
                .update();
    }

    @Override
    public Map<PortalId, String> open() {
        Map<PortalId, String> open = new HashMap<>();
        jdbc.sql("select portal_id, topic_id from exporter.feed where state <> 'PARKED'")
                .query((row, n) -> open.put(new PortalId(row.getString(1)), row.getString(2)))
                .list();
        return open;
    }

    @Override
    public String topicId(PortalId portal) {
        return jdbc.sql("select topic_id from exporter.feed where portal_id = ?")
                .params(portal.value())
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse("");
    }

    @Override
    public void isMade(PortalId portal, String topicId) {
        jdbc.sql("update exporter.feed set topic_id = ? where portal_id = ? and topic_id = ''")
                .params(topicId, portal.value())
                .update();
    }

    @Override
    public Return bringBack(PortalId portal, @Nullable String topicId, BooleanSupplier isEmpty) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<String> before = jdbc.sql(
                            "select topic_id from exporter.feed where portal_id = ? and state = 'PARKED' for update")
                    .params(portal.value())
                    .query((row, n) -> row.getString(1))
                    .list();
            if (before.isEmpty()) return Return.NOT_PARKED;
            // one that could not be made has held nothing
            boolean isAnother = topicId == null || !(before.contains(topicId) || before.contains(""));
            if (isAnother && !hasStoppedEverywhere(portal)) return Return.STILL_PARKING;
            if (topicId == null) return Return.FEED_MISSING;
            if (isAnother && !isEmpty.getAsBoolean()) return Return.FEED_NOT_EMPTY;
            if (isAnother) beginAnew(portal);
            jdbc.sql("update exporter.parked set stopped = false where portal_id = ?")
                    .params(portal.value())
                    .update();
            jdbc.sql("""
                            update exporter.feed f set topic_id = ?, state = case
                              when exists (select from exporter.parked p where p.portal_id = f.portal_id)
                              then 'RETURNING' else 'OPEN' end
                            where portal_id = ?""").params(topicId, portal.value()).update();
            return Return.BEGUN;
        }));
    }

    private boolean hasStoppedEverywhere(PortalId portal) {
        return jdbc.sql("""
                        select not exists (
                          select partition from published.progress
                          except select partition from exporter.parked where portal_id = ? and stopped)""").params(portal.value()).query(Boolean.class).single();
    }

    // a new topic holds nothing: every partition owes it everything, and nothing is on the feed
    private void beginAnew(PortalId portal) {
        jdbc.sql("""
                        update exporter.parked
                        set log_offset = 0, sequence = 0, retracted_up_to = null, round = nextval('exporter.round')
                        where portal_id = ?""").params(portal.value()).update();
        jdbc.sql("update exporter.disclosure set log_offset = ? where portal_id = ? and log_offset = ?")
                .params(Disclosure.Source.PERHAPS_SEEN.offset(), portal.value(), Disclosure.Source.ON_THE_FEED.offset())
                .update();
    }
}

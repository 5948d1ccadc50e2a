package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.model.Disclosure;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's lines, written many at once. */
final class DisclosureRows {
    private static final String INSERT = """
            insert into exporter.disclosure (learner_ref, event_id, portal_id, partition, log_offset)
            select r, e, p, ?, o from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[]) as d (r, e, p, o)
            on conflict (learner_ref, event_id) do\s""";

    private final JdbcClient jdbc;

    /** A statement must not last as long as a connection that has died. */
    private static final int AT_ONCE = 20_000;

    DisclosureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists them; of a line that is there, the source becomes the new one. */
    void put(int partition, List<Disclosure> disclosures) {
        insert(
                partition,
                disclosures,
                "update set log_offset = excluded.log_offset where disclosure.log_offset <> excluded.log_offset");
    }

    /** Lists those that are not listed yet. */
    void add(int partition, List<Disclosure> disclosures) {
        insert(partition, disclosures, "nothing");
    }

    private void insert(int partition, List<Disclosure> disclosures, String onConflict) {
        for (int from = 0; from < disclosures.size(); from += AT_ONCE)
            insertSome(partition, disclosures.subList(from, Math.min(from + AT_ONCE, disclosures.size())), onConflict);
    }

    private void insertSome(int partition, List<Disclosure> disclosures, String onConflict) {
        jdbc.sql(INSERT + onConflict)
                .params(
                        partition,
                        Sql.array(disclosures, one -> one.key().ref()),
                        Sql.array(disclosures, one -> one.key().event()),
                        Sql.array(disclosures, Disclosure::portal),
                        Sql.array(disclosures, one -> one.source().offset()))
                .update();
    }
}

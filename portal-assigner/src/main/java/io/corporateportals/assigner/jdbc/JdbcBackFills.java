package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.BackFills;
import io.corporateportals.assigner.model.Concern;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBackFills implements BackFills {
    // Each branch walks one index in the order of the ids, so that a chunk costs a chunk however large the portal is.
    // '.' and '/' are neighbours in ASCII: the range holds exactly what ends in a dot and the domain.
    private static final String NEXT_CONCERNED = """
            select user_id from (
              (select c.user_id from unnest(:domains) as d(domain) cross join lateral (
                select user_id from learner
                where partition = :partition and email_domain = d.domain and user_id > :after
                order by user_id limit :atMost) c)
              union
              (select c.user_id from unnest(:hosts) as h(host) cross join lateral (
                select user_id from learner
                where partition = :partition and registration_host = h.host and user_id > :after
                order by user_id limit :atMost) c)
              union
              (select l.user_id from unnest(:domainsAbove) as d(domain) join learner l
                on reverse(l.email_domain) collate "C" > reverse(d.domain) || '.'
                and reverse(l.email_domain) collate "C" < reverse(d.domain) || '/'
                where l.partition = :partition and l.user_id > :after
                order by l.user_id limit :atMost)
              union
              (select user_id from assignment
                where portal_id = :portal and partition = :partition and ended_offset is null and user_id > :after
                order by user_id limit :atMost)
            ) as concerned order by user_id limit :atMost""";

    private static final String NEXT_OF_EVERYONE = """
            select user_id from learner where partition = :partition and user_id > :after
            order by user_id limit :atMost""";

    private static final String HOW_MANY_CONCERNED = """
            select count(*) from learner l
            where l.email_domain = any(:domains) or l.registration_host = any(:hosts)
              or exists (select from unnest(:domainsAbove) as d(domain) where l.email_domain like '%.' || d.domain)
              or exists (select from assignment a where a.user_id = l.user_id and a.portal_id = :portal
                         and a.ended_offset is null)""";

    private final JdbcClient jdbc;

    JdbcBackFills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void request(Concern concern, Instant occurredAt) {
        long toDecide = about(concern, HOW_MANY_CONCERNED).query(Long.class).single();
        request(concern.portal(), concern.domains(), concern.domainsAbove(), concern.hosts(), occurredAt, toDecide);
        jdbc.sql("""
                insert into portal_status (portal_id, occurred_at) values (:portal, :occurredAt)
                on conflict (portal_id) do update
                  set version = portal_status.version + 1, occurred_at = excluded.occurred_at""")
                .param("portal", concern.portal().value())
                .param("occurredAt", at(occurredAt))
                .update();
    }

    @Override
    public void requestEveryone(Instant occurredAt) {
        long everyone =
                jdbc.sql("select count(*) from learner").query(Long.class).single();
        if (everyone > 0) request(null, Set.of(), Set.of(), Set.of(), occurredAt, everyone);
    }

    private void request(
            @Nullable PortalId portal,
            Set<DomainName> domains,
            Set<DomainName> domainsAbove,
            Set<DomainName> hosts,
            Instant occurredAt,
            long toDecide) {
        jdbc.sql("""
                with requested as (
                  insert into back_fill (portal_id, domains, domains_above, hosts, occurred_at, learners_to_decide)
                  values (:portal, :domains, :domainsAbove, :hosts, :occurredAt, :toDecide) returning back_fill_no)
                insert into back_fill_part (back_fill_no, partition)
                select back_fill_no, partition from requested, log_progress""")
                .param("portal", portal == null ? null : portal.value())
                .param("domains", Columns.texts(domains))
                .param("domainsAbove", Columns.texts(domainsAbove))
                .param("hosts", Columns.texts(hosts))
                .param("occurredAt", at(occurredAt))
                .param("toDecide", toDecide)
                .update();
    }

    @Override
    public @Nullable Part next() {
        return jdbc.sql("""
                select * from back_fill_part join back_fill using (back_fill_no)
                where not finished order by back_fill_no, partition limit 1""").query((row, number) -> part(row)).optional().orElse(null);
    }

    @Override
    public @Nullable Part again(Part part) {
        return jdbc.sql("""
                select * from back_fill_part join back_fill using (back_fill_no)
                where back_fill_no = :backFill and partition = :partition and not finished""")
                .param("backFill", part.backFill())
                .param("partition", part.partition())
                .query((row, number) -> part(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<UserId> learners(Part part, int atMost) {
        StatementSpec statement =
                part.concern() == null ? jdbc.sql(NEXT_OF_EVERYONE) : about(part.concern(), NEXT_CONCERNED);
        return statement
                .param("partition", part.partition())
                .param("after", part.after())
                .param("atMost", atMost)
                .query((row, number) -> new UserId(row.getString("user_id")))
                .list();
    }

    private StatementSpec about(Concern concern, String sql) {
        return jdbc.sql(sql)
                .param("portal", concern.portal().value())
                .param("domains", Columns.texts(concern.domains()))
                .param("domainsAbove", Columns.texts(concern.domainsAbove()))
                .param("hosts", Columns.texts(concern.hosts()));
    }

    @Override
    public void decided(Part part, List<UserId> learners, boolean finished) {
        String last = learners.isEmpty()
                ? part.after()
                : learners.get(learners.size() - 1).value();
        jdbc.sql("""
                update back_fill_part
                set after_user_id = :last, learners_decided = learners_decided + :decided, finished = :finished
                where back_fill_no = :backFill and partition = :partition""")
                .param("last", last)
                .param("decided", learners.size())
                .param("finished", finished)
                .param("backFill", part.backFill())
                .param("partition", part.partition())
                .update();
        if (part.concern() != null && (finished || !learners.isEmpty()))
            jdbc.sql("update portal_status set version = version + 1 where portal_id = :portal")
                    .param("portal", part.concern().portal().value())
                    .update();
    }

    @Override
    public long remaining() {
        return jdbc.sql("""
                select coalesce(sum(greatest(to_decide - decided, 0)), 0) from (
                  select max(learners_to_decide) as to_decide, sum(learners_decided) as decided
                  from back_fill join back_fill_part using (back_fill_no)
                  group by back_fill_no having not bool_and(finished)) as unfinished""").query(Long.class).single();
    }

    private static Part part(ResultSet row) throws SQLException {
        String portal = row.getString("portal_id");
        Concern concern = portal == null
                ? null
                : new Concern(
                        new PortalId(portal),
                        domains(row.getArray("domains")),
                        domains(row.getArray("domains_above")),
                        domains(row.getArray("hosts")));
        return new Part(
                row.getLong("back_fill_no"),
                row.getInt("partition"),
                concern,
                row.getString("after_user_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    private static Set<DomainName> domains(Array column) throws SQLException {
        Collection<String> domains = Arrays.asList((String[]) column.getArray());
        return domains.stream().map(DomainName::new).collect(Collectors.toSet());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

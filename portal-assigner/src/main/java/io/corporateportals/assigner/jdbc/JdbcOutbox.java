package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.Outbox;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutbox implements Outbox {
    private final JdbcClient jdbc;
    private final ClaimRows claimRows;

    JdbcOutbox(JdbcClient jdbc, ClaimRows claimRows) {
        this.jdbc = jdbc;
        this.claimRows = claimRows;
    }

    @Override
    public List<Numbered> changes(int atMostOfEach) {
        return jdbc.sql("""
                select c.partition, c.sequence, c.kind, c.log_offset, c.occurred_at, a.*
                from announced n
                join log_progress p on p.partition = n.partition and p.sequence > n.sequence
                cross join lateral (
                  select * from assignment_change c
                  where c.partition = n.partition and c.sequence > n.sequence order by c.sequence limit :atMostOfEach) c
                join assignment a on a.assignment_id = c.assignment_id
                order by c.partition, c.sequence""")
                .param("atMostOfEach", atMostOfEach)
                .query((row, number) -> new Numbered(row.getInt("partition"), row.getLong("sequence"), change(row)))
                .list();
    }

    private static AssignmentChange change(ResultSet row) throws SQLException {
        return new AssignmentChange(
                Kind.valueOf(row.getString("kind")),
                AssignmentRow.assignment(row),
                row.getLong("log_offset"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Forgotten> forgotten(int atMost) {
        return jdbc.sql("""
                select f.partition, f.user_id from forgotten f
                join announced n on n.partition = f.partition and n.sequence >= f.after_sequence limit :atMost""")
                .param("atMost", atMost)
                .query((row, number) -> new Forgotten(row.getInt("partition"), new UserId(row.getString("user_id"))))
                .list();
    }

    // A back-fill is a portal's latest one; it is finished for the reader when both numbers are equal.
    @Override
    public List<PortalStatus> statuses(int atMost) {
        List<PortalStatus> bare = jdbc.sql("""
                select s.portal_id, s.version, s.occurred_at, p.refused_host,
                       case when f.finished then f.decided else greatest(f.to_decide, f.decided) end as to_decide,
                       f.decided
                from portal_status s join portal p using (portal_id)
                cross join lateral (
                  select max(learners_to_decide) as to_decide, sum(learners_decided) as decided,
                         bool_and(finished) as finished
                  from back_fill join back_fill_part using (back_fill_no)
                  where back_fill_no = (select max(back_fill_no) from back_fill where portal_id = s.portal_id)) f
                where s.announced < s.version order by s.portal_id limit :atMost""")
                .param("atMost", atMost)
                .query((row, number) -> status(row))
                .list();
        if (bare.isEmpty()) return bare;
        Map<PortalId, List<Claim>> claims =
                claimRows
                        .findByPortalIdIn(
                                bare.stream().map(it -> it.portal().value()).toList())
                        .stream()
                        .map(ClaimRow::claim)
                        .collect(Collectors.groupingBy(Claim::portal));
        return bare.stream()
                .map(it -> it.with(claims.getOrDefault(it.portal(), List.of())))
                .toList();
    }

    private static PortalStatus status(ResultSet row) throws SQLException {
        return new PortalStatus(
                new PortalId(row.getString("portal_id")),
                List.of(),
                row.getString("refused_host"),
                row.getLong("to_decide"),
                row.getLong("decided"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    @Override
    public void announced(List<Numbered> changes) {
        Map<Integer, Long> last =
                changes.stream().collect(Collectors.toMap(Numbered::partition, Numbered::sequence, Math::max));
        jdbc.sql("""
                update announced set sequence = greatest(announced.sequence, sent.sequence)
                from unnest(:partitions, :sequences) as sent(partition, sequence)
                where announced.partition = sent.partition""")
                .param("partitions", last.keySet().toArray(Integer[]::new))
                .param("sequences", last.values().toArray(Long[]::new))
                .update();
    }

    @Override
    public void forgot(List<Forgotten> learners) {
        jdbc.sql("delete from forgotten where user_id = any(:users)")
                .param("users", Columns.texts(learners, Forgotten::user))
                .update();
    }

    @Override
    public void told(List<PortalStatus> statuses) {
        jdbc.sql("""
                update portal_status set announced = greatest(announced, told.version)
                from unnest(:portals, :versions) as told(portal_id, version)
                where portal_status.portal_id = told.portal_id""")
                .param("portals", Columns.texts(statuses, PortalStatus::portal))
                .param("versions", Columns.longs(statuses, PortalStatus::version))
                .update();
    }

    @Override
    public long backlog() {
        return jdbc.sql("select sum(p.sequence - n.sequence) from log_progress p join announced n using (partition)")
                .query(Long.class)
                .single();
    }
}

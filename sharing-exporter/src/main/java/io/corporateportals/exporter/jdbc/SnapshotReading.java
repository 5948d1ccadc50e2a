package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.Look;
import io.corporateportals.exporter.model.Change;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.PolicyVersions;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Scope;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what a look is about, all in the transaction that is under way. */
final class SnapshotReading {
    private final JdbcClient jdbc;

    SnapshotReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Progress(long nextOffset, long sequence) {}

    Snapshot read(int partition, Look look) {
        Progress progress = progress(partition);
        List<Change> changes = changes(partition, look);
        boolean more = changes.size() > look.limits().changes();
        if (more) changes = changes.subList(0, look.limits().changes());
        List<LogRecord.Did> entries = look.records().stream()
                .filter(LogRecord.Did.class::isInstance)
                .map(LogRecord.Did.class::cast)
                .toList();
        Map<UserId, OpenAssignment> open = open(partition, users(changes, entries));
        return new Snapshot(
                progress.nextOffset(),
                Math.min(progress.sequence(), look.upToSequence()),
                changes,
                more,
                open,
                listed(entries, open),
                retractable(changes, look),
                policies(partition));
    }

    private Progress progress(int partition) {
        return jdbc.sql("select next_offset, sequence from published.progress where partition = ?")
                .params(partition)
                .query((row, n) -> new Progress(row.getLong(1), row.getLong(2)))
                .single();
    }

    private List<Change> changes(int partition, Look look) {
        Scope scope = look.scope();
        boolean those = scope instanceof Scope.Only;
        Set<PortalId> portals = scope instanceof Scope.Only only
                ? Set.of(only.portal())
                : scope instanceof Scope.AllBut allBut ? allBut.parked() : Set.of();
        return jdbc.sql("""
                        select sequence, kind, log_offset, occurred_at, assignment_id, user_id, portal_id, shared
                        from published.assignment_changes
                        where partition = ? and sequence > ? and sequence <= ? and (portal_id = any (?::text[])) = ?
                        order by sequence limit ?""")
                .params(
                        partition,
                        look.from().cursor().sequence(),
                        look.upToSequence(),
                        Sql.array(portals, PortalId::value),
                        those,
                        look.limits().changes() + 1)
                .query((row, n) -> change(row))
                .list();
    }

    private static Set<UserId> users(List<Change> changes, List<LogRecord.Did> entries) {
        Set<UserId> users = new HashSet<>();
        for (Change change : changes) if (change.kind() != Change.Kind.ENDED) users.add(change.user());
        for (LogRecord.Did did : entries) users.add(did.user());
        return users;
    }

    private Map<UserId, OpenAssignment> open(int partition, Set<UserId> users) {
        Map<UserId, OpenAssignment> open = new HashMap<>();
        if (users.isEmpty()) return open;
        jdbc.sql("""
                        select assignment_id, user_id, portal_id, started_offset, started_at, name, email
                        from published.open_shared_assignments a
                        where user_id = any (?::text[]) and partition = ? and not exists
                          (select from exporter.ended_for_partner e where e.learner_ref = a.assignment_id)""").params(Sql.array(users, UserId::value), partition).query(row -> {
            OpenAssignment one = openAssignment(row);
            open.put(one.user(), one);
        });
        return open;
    }

    private Map<Disclosure.Key, Disclosure.Source> listed(
            List<LogRecord.Did> entries, Map<UserId, OpenAssignment> open) {
        Map<Disclosure.Key, Disclosure.Source> listed = new HashMap<>();
        Set<Disclosure.Key> keys = new HashSet<>();
        for (LogRecord.Did did : entries) {
            OpenAssignment assignment = open.get(did.user());
            if (assignment != null) keys.add(new Disclosure.Key(assignment.ref(), did.event()));
        }
        if (keys.isEmpty()) return listed;
        jdbc.sql("""
                        select learner_ref, event_id, log_offset from exporter.disclosure
                        join unnest(?::uuid[], ?::uuid[]) as k (learner_ref, event_id) using (learner_ref, event_id)""")
                .params(Sql.array(keys, Disclosure.Key::ref), Sql.array(keys, Disclosure.Key::event))
                .query(row -> {
                    Disclosure.Key key = new Disclosure.Key(ref(row, 1), new EventId(row.getObject(2, UUID.class)));
                    listed.put(key, new Disclosure.Source(row.getLong(3)));
                });
        return listed;
    }

    // one more than a transaction sends, so that the plan sees that it has to stop
    private Map<LearnerRef, List<EventId>> retractable(List<Change> changes, Look look) {
        Map<LearnerRef, List<EventId>> retractable = new HashMap<>();
        List<Change> ended = changes.stream()
                .filter(change -> change.kind() == Change.Kind.ENDED && change.shared())
                .toList();
        if (ended.isEmpty()) return retractable;
        jdbc.sql("""
                        select r.ref, d.event_id from unnest(?::uuid[]) with ordinality as r (ref, n)
                        cross join lateral (
                          select event_id from exporter.disclosure
                          where learner_ref = r.ref and (r.n > 1 or ? = '' or event_id > nullif(?, '')::uuid)
                          order by event_id limit ?) d
                        order by r.n, d.event_id limit ?""")
                .params(
                        Sql.array(ended, Change::ref),
                        begun(ended.get(0), look.from().cursor()),
                        begun(ended.get(0), look.from().cursor()),
                        look.limits().records() + 1,
                        look.limits().records() + 1)
                .query(row -> {
                    retractable
                            .computeIfAbsent(ref(row, 1), ref -> new ArrayList<>())
                            .add(new EventId(row.getObject(2, UUID.class)));
                });
        return retractable;
    }

    private static String begun(Change first, Cursor cursor) {
        EventId upTo = cursor.retractedUpTo();
        return upTo == null || first.sequence() != cursor.sequence() + 1 ? "" : upTo.toString();
    }

    /** The versions of the policy in force along a partition. */
    PolicyVersions policies(int partition) {
        Map<Long, String> versions = new HashMap<>();
        jdbc.sql("""
                        select from_offset, policy_version from published.policy_in_force
                        where partition = ? order by policy_no""").params(partition).query(row -> {
            versions.put(row.getLong(1), row.getString(2));
        });
        return new PolicyVersions(versions);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("sequence"),
                Change.Kind.valueOf(row.getString("kind")),
                new LearnerRef(row.getObject("assignment_id", UUID.class)),
                new UserId(row.getString("user_id")),
                new PortalId(row.getString("portal_id")),
                row.getBoolean("shared"),
                row.getLong("log_offset"),
                instant(row, "occurred_at"));
    }

    private static OpenAssignment openAssignment(ResultSet row) throws SQLException {
        return new OpenAssignment(
                new LearnerRef(row.getObject("assignment_id", UUID.class)),
                new UserId(row.getString("user_id")),
                new PortalId(row.getString("portal_id")),
                row.getLong("started_offset"),
                instant(row, "started_at"),
                row.getString("name"),
                row.getString("email"));
    }

    private static LearnerRef ref(ResultSet row, int column) throws SQLException {
        return new LearnerRef(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

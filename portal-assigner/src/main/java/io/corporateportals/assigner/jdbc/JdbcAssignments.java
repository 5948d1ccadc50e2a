package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.Assignments;
import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssignments implements Assignments {
    private final JdbcClient jdbc;

    JdbcAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Assignment> openOf(Collection<UserId> users) {
        if (users.isEmpty()) return List.of();
        return jdbc.sql("""
                select assignment_id, user_id, portal_id, basis, shared from assignment
                where user_id = any(:users) and ended_offset is null""")
                .param("users", Columns.texts(users))
                .query((row, number) -> AssignmentRow.assignment(row))
                .list();
    }

    // Ends first: a learner has at most one open assignment at any time, and the database knows.
    @Override
    public void record(int partition, long lastSequence, List<AssignmentChange> changes) {
        if (changes.isEmpty()) return;
        Map<AssignmentId, Long> ended = new HashMap<>();
        for (AssignmentChange change : of(Kind.ENDED, changes))
            ended.put(change.assignment().id(), change.offset());
        end(of(Kind.ENDED, changes));
        start(partition, of(Kind.STARTED, changes), ended);
        append(partition, lastSequence, changes);
    }

    private void end(List<AssignmentChange> ends) {
        if (ends.isEmpty()) return;
        jdbc.sql("""
                update assignment set ended_offset = ended.at
                from unnest(:assignments, :offsets) as ended(assignment_id, at)
                where assignment.assignment_id = ended.assignment_id""")
                .param(
                        "assignments",
                        Columns.uuids(ends, end -> end.assignment().id().value()))
                .param("offsets", Columns.longs(ends, AssignmentChange::offset))
                .update();
    }

    // One that starts and ends in the same batch is stored as ended at once.
    private void start(int partition, List<AssignmentChange> starts, Map<AssignmentId, Long> ended) {
        if (starts.isEmpty()) return;
        jdbc.sql("""
                insert into assignment (assignment_id, user_id, partition, portal_id, basis, shared,
                                        started_offset, started_at, ended_offset)
                select assignment_id, user_id, :partition, portal_id, basis, shared,
                       started_offset, started_at::timestamptz, ended_offset
                from unnest(:assignments, :users, :portals, :bases, :shared, :startedOffsets, :startedAt, :endedOffsets)
                  as started(assignment_id, user_id, portal_id, basis, shared, started_offset, started_at, ended_offset)""")
                .param("partition", partition)
                .param(
                        "assignments",
                        Columns.uuids(starts, start -> start.assignment().id().value()))
                .param(
                        "users",
                        Columns.texts(starts, start -> start.assignment().user()))
                .param(
                        "portals",
                        Columns.texts(
                                starts, start -> start.assignment().terms().portal()))
                .param(
                        "bases",
                        Columns.texts(
                                starts, start -> start.assignment().terms().basis()))
                .param(
                        "shared",
                        Columns.booleans(
                                starts, start -> start.assignment().terms().shared()))
                .param("startedOffsets", Columns.longs(starts, AssignmentChange::offset))
                .param("startedAt", Columns.times(starts, AssignmentChange::occurredAt))
                .param(
                        "endedOffsets",
                        Columns.longs(
                                starts, start -> ended.get(start.assignment().id())))
                .update();
    }

    private void append(int partition, long lastSequence, List<AssignmentChange> changes) {
        jdbc.sql("""
                insert into assignment_change (partition, sequence, kind, assignment_id, log_offset, occurred_at)
                select :partition, sequence, kind, assignment_id, log_offset, occurred_at::timestamptz
                from unnest(:sequences, :kinds, :assignments, :offsets, :times)
                  as change(sequence, kind, assignment_id, log_offset, occurred_at)
                order by sequence""")
                .param("partition", partition)
                .param(
                        "sequences",
                        LongStream.rangeClosed(lastSequence + 1, lastSequence + changes.size())
                                .boxed()
                                .toArray(Long[]::new))
                .param("kinds", Columns.texts(changes, AssignmentChange::kind))
                .param(
                        "assignments",
                        Columns.uuids(
                                changes, change -> change.assignment().id().value()))
                .param("offsets", Columns.longs(changes, AssignmentChange::offset))
                .param("times", Columns.times(changes, AssignmentChange::occurredAt))
                .update();
    }

    @Override
    public void forget(int partition, long afterSequence, Collection<UserId> terminated) {
        if (terminated.isEmpty()) return;
        jdbc.sql("""
                insert into forgotten (partition, user_id, after_sequence)
                select :partition, user_id, :afterSequence from unnest(:users) as terminated(user_id)
                on conflict do nothing""")
                .param("partition", partition)
                .param("afterSequence", afterSequence)
                .param("users", Columns.texts(terminated))
                .update();
    }

    private static List<AssignmentChange> of(Kind kind, List<AssignmentChange> changes) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }
}

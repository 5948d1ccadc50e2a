package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.Learner;
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
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.store.Tables.Line;
import io.corporateportals.testbed.simulation.store.Tables.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an exporter sees of everything at one moment. */
public final class SnapshotReader {
    private final Tables tables;

    public SnapshotReader(Tables tables) {
        this.tables = tables;
    }

    Snapshot read(int partition, Look look, Object exporter, Conduct conduct) {
        Progress progress = tables.progress.get(partition);
        int most = look.limits().changes();
        List<Change> behind = changes(partition, look);
        List<Change> changes = List.copyOf(behind.subList(0, Math.min(most, behind.size())));
        Set<UserId> users = new HashSet<>();
        List<LogRecord.Did> entries = new ArrayList<>();
        for (LogRecord record : look.records())
            if (record instanceof LogRecord.Did did) {
                entries.add(did);
                users.add(did.user());
            }
        for (Change change : changes) if (change.kind() != Change.Kind.ENDED) users.add(change.user());
        Map<UserId, OpenAssignment> open = open(partition);
        open.keySet().retainAll(users);
        return new Snapshot(
                conduct.decidedUpTo(exporter, progress.nextOffset()),
                Math.min(progress.sequence(), look.upToSequence()),
                changes,
                behind.size() > most,
                open,
                listed(entries, open),
                retractable(changes, look),
                new PolicyVersions(Map.of(0L, "1")));
    }

    private List<Change> changes(int partition, Look look) {
        List<Change> changes = new ArrayList<>();
        List<AssignmentChange> all = tables.changes.get(partition);
        for (int sequence = 1; sequence <= all.size(); sequence++) {
            boolean behind = sequence > look.from().cursor().sequence() && sequence <= look.upToSequence();
            Change change = change(sequence, all.get(sequence - 1));
            if (behind && look.scope().includes(change.portal())) changes.add(change);
        }
        return changes;
    }

    private static Change change(long sequence, AssignmentChange change) {
        Assignment assignment = change.assignment();
        return new Change(
                sequence,
                Change.Kind.valueOf(change.kind().name()),
                new LearnerRef(assignment.id().value()),
                new UserId(assignment.user().value()),
                new PortalId(assignment.terms().portal().value()),
                assignment.terms().shared(),
                change.offset(),
                change.occurredAt());
    }

    /** The open shared assignments of a partition. */
    public Map<UserId, OpenAssignment> open(int partition) {
        Map<UserId, OpenAssignment> open = new HashMap<>();
        for (io.corporateportals.assigner.model.UserId user : tables.open.keySet()) {
            Term term = tables.openTerm(user);
            OpenAssignment one = term == null || term.partition() != partition ? null : open(term);
            if (one != null) open.put(one.user(), one);
        }
        return open;
    }

    private @Nullable OpenAssignment open(Term term) {
        Assignment assignment = term.assignment();
        LearnerRef ref = new LearnerRef(assignment.id().value());
        boolean shared = assignment.terms().shared() && !tables.endedForPartner.contains(ref);
        if (!shared || !(tables.accounts.get(assignment.user()) instanceof Learner learner)) return null;
        return new OpenAssignment(
                ref,
                new UserId(assignment.user().value()),
                new PortalId(assignment.terms().portal().value()),
                term.startedOffset(),
                term.startedAt(),
                learner.name(),
                learner.email().text());
    }

    /** Name and address of everyone, as they are now. */
    Map<UserId, Conduct.Profile> profiles() {
        Map<UserId, Conduct.Profile> profiles = new HashMap<>();
        for (Account account : tables.accounts.values())
            if (account instanceof Learner learner)
                profiles.put(
                        new UserId(learner.id().value()),
                        new Conduct.Profile(learner.name(), learner.email().text()));
        return profiles;
    }

    private Map<Disclosure.Key, Disclosure.Source> listed(
            List<LogRecord.Did> entries, Map<UserId, OpenAssignment> open) {
        Map<Disclosure.Key, Disclosure.Source> listed = new HashMap<>();
        for (LogRecord.Did did : entries) {
            OpenAssignment assignment = open.get(did.user());
            if (assignment == null) continue;
            Disclosure.Key key = new Disclosure.Key(assignment.ref(), did.event());
            Line line = tables.ledger.get(key);
            if (line != null) listed.put(key, line.disclosure().source());
        }
        return listed;
    }

    private Map<LearnerRef, List<EventId>> retractable(List<Change> changes, Look look) {
        Map<LearnerRef, List<EventId>> retractable = new HashMap<>();
        int room = look.limits().records() + 1;
        Cursor cursor = look.from().cursor();
        boolean first = true;
        for (Change change : changes) {
            if (change.kind() != Change.Kind.ENDED || !change.shared()) continue;
            EventId upTo = first && change.sequence() == cursor.sequence() + 1 ? cursor.retractedUpTo() : null;
            first = false;
            List<EventId> events = eventsOf(change.ref(), upTo);
            List<EventId> some = events.subList(0, Math.min(room, events.size()));
            room -= some.size();
            if (!some.isEmpty()) retractable.put(change.ref(), List.copyOf(some));
        }
        return retractable;
    }

    private List<EventId> eventsOf(LearnerRef ref, @Nullable EventId after) {
        return tables.ledger.keySet().stream()
                .filter(key -> key.ref().equals(ref))
                .map(Disclosure.Key::event)
                .filter(event -> after == null || event.toString().compareTo(after.toString()) > 0)
                .sorted(Comparator.comparing(EventId::toString))
                .toList();
    }
}

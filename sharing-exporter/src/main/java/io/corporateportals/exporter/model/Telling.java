package io.corporateportals.exporter.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the changes behind the cursor make known, change by change, as far as one transaction goes. The learner is told
 * of only while the assignment is open, with the name and address of the snapshot; an end is always told, every null
 * before it.
 */
final class Telling {
    private final Snapshot snapshot;
    private final Cursor from;
    private final int most;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final Set<LearnerRef> told = new HashSet<>();
    private final Map<LearnerRef, Long> decidedLast = new HashMap<>();

    /**
     * What came of it.
     *
     * @param cursor how far it went
     * @param complete whether that is the snapshot's last change: only then may entries follow
     */
    record Told(List<Outgoing> outgoing, Cursor cursor, boolean complete) {}

    private Telling(Snapshot snapshot, Cursor from, int most) {
        this.snapshot = snapshot;
        this.from = from;
        this.most = most;
        for (Change change : snapshot.changes()) decidedLast.put(change.ref(), change.offset());
    }

    static Told tell(Snapshot snapshot, Cursor from, Limits limits) {
        return new Telling(snapshot, from, limits.records()).tell();
    }

    private Told tell() {
        Cursor cursor = from;
        for (Change change : snapshot.changes()) {
            Cursor next = change.shared() ? tell(change, cursor) : Cursor.behind(change.sequence());
            if (next.sequence() < change.sequence()) return new Told(outgoing, next, false);
            cursor = next;
        }
        if (snapshot.moreChanges()) return new Told(outgoing, cursor, false);
        return new Told(outgoing, Cursor.behind(snapshot.sequence()), true);
    }

    private Cursor tell(Change change, Cursor cursor) {
        return switch (change.kind()) {
            case STARTED, REFRESHED -> tellOfLearner(change);
            case ENDED -> retract(change, cursor);
        };
    }

    private Cursor tellOfLearner(Change change) {
        OpenAssignment now = snapshot.openOf(change);
        if (now == null || told.contains(now.ref())) return Cursor.behind(change.sequence());
        if (isFull()) return Cursor.behind(change.sequence() - 1);
        told.add(now.ref());
        String policy = snapshot.policies().at(decidedLast.getOrDefault(now.ref(), change.offset()));
        outgoing.add(new Outgoing.Learner(now.portal(), now.ref(), policy, now.name(), now.email(), now.startedAt()));
        return Cursor.behind(change.sequence());
    }

    private Cursor retract(Change ended, Cursor cursor) {
        @Nullable EventId upTo = cursor.sequence() == ended.sequence() - 1 ? cursor.retractedUpTo() : null;
        for (EventId event : snapshot.retractable().getOrDefault(ended.ref(), List.of())) {
            if (isFull()) return new Cursor(ended.sequence() - 1, upTo);
            outgoing.add(new Outgoing.Retraction(ended.portal(), ended.ref(), event));
            upTo = event;
        }
        if (isFull()) return new Cursor(ended.sequence() - 1, upTo);
        String policy = snapshot.policies().at(ended.offset());
        outgoing.add(new Outgoing.Ended(ended.portal(), ended.ref(), policy, ended.occurredAt(), ended.offset()));
        return Cursor.behind(ended.sequence());
    }

    private boolean isFull() {
        return outgoing.size() == most;
    }
}

package io.corporateportals.exporter.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A snapshot and a batch, put together in words. */
final class Situation {
    static final PortalId ACME = new PortalId("acme");
    static final PortalId BEKO = new PortalId("beko");
    static final UserId ANN = new UserId("ann");
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Change> changes = new ArrayList<>();
    private final Map<UserId, OpenAssignment> open = new HashMap<>();
    private final Map<Disclosure.Key, Disclosure.Source> listed = new HashMap<>();
    private final Map<LearnerRef, List<EventId>> retractable = new LinkedHashMap<>();
    private final List<LogRecord> records = new ArrayList<>();
    private final Map<Long, String> policies = new HashMap<>(Map.of(0L, "1"));
    private Position from = new Position(0, Cursor.START);
    private Scope scope = new Scope.AllBut(java.util.Set.of());
    private Limits limits = new Limits(1_000, 10_000);
    private long nextOffset = 1_000;
    private boolean moreChanges;

    static LearnerRef ref(int n) {
        return new LearnerRef(new UUID(1, n));
    }

    static EventId event(int n) {
        return new EventId(new UUID(2, n));
    }

    Situation open(UserId user, LearnerRef ref, PortalId portal, long startOffset) {
        open.put(user, new OpenAssignment(ref, user, portal, startOffset, NINE, "Ann Lee", "ann@acme.example"));
        return this;
    }

    Situation change(Change.Kind kind, UserId user, LearnerRef ref, PortalId portal, long offset) {
        return change(kind, user, ref, portal, offset, true);
    }

    Situation change(Change.Kind kind, UserId user, LearnerRef ref, PortalId portal, long offset, boolean shared) {
        long sequence = from.cursor().sequence() + changes.size() + 1;
        changes.add(new Change(sequence, kind, ref, user, portal, shared, offset, NINE));
        return this;
    }

    Situation loggedIn(UserId user, long offset, EventId event) {
        return loggedIn(user, offset, event, NINE.plusSeconds(60));
    }

    Situation loggedIn(UserId user, long offset, EventId event, Instant occurredAt) {
        records.add(new LogRecord.Did(offset, occurredAt, user, event, occurredAt, new Activity.LoggedIn()));
        return this;
    }

    Situation notYetKnown(long offset) {
        records.add(new LogRecord.NotYetKnown(offset, NINE));
        return this;
    }

    Situation identity(long offset) {
        records.add(new LogRecord.Other(offset, NINE));
        return this;
    }

    Situation listed(LearnerRef ref, EventId event, Disclosure.Source source) {
        listed.put(new Disclosure.Key(ref, event), source);
        return this;
    }

    Situation retractable(LearnerRef ref, EventId... events) {
        retractable.put(ref, List.of(events));
        return this;
    }

    Situation from(long offset, Cursor cursor) {
        from = new Position(offset, cursor);
        return this;
    }

    Situation decidedUpTo(long next) {
        nextOffset = next;
        return this;
    }

    Situation within(Limits most) {
        limits = most;
        return this;
    }

    Situation in(Scope whose) {
        scope = whose;
        return this;
    }

    Situation policy(long fromOffset, String version) {
        policies.put(fromOffset, version);
        return this;
    }

    Situation moreChanges() {
        moreChanges = true;
        return this;
    }

    Plan plan() {
        long sequence = from.cursor().sequence() + changes.size() + (moreChanges ? 1 : 0);
        Snapshot snapshot = new Snapshot(
                nextOffset, sequence, changes, moreChanges, open, listed, retractable, new PolicyVersions(policies));
        return Plan.of(snapshot, records, from, scope, limits);
    }
}

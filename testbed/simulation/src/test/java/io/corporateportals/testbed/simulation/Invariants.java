package io.corporateportals.testbed.simulation;

import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.Basis;
import io.corporateportals.assigner.model.Terms;
import io.corporateportals.assigner.model.UserId;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.testbed.simulation.broker.FeedReader;
import io.corporateportals.testbed.simulation.broker.FeedRecord;
import io.corporateportals.testbed.simulation.scheduling.Violation;
import io.corporateportals.testbed.simulation.script.LmsEvent;
import io.corporateportals.testbed.simulation.script.Truth;
import io.corporateportals.testbed.simulation.store.Tables.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The invariants of docs/reliability.md, as far as a simulation can see them. */
final class Invariants {
    private final World world;
    private final Partner uncommitted = new Partner("read_uncommitted");
    private boolean excused;

    Invariants(World world) {
        this.world = world;
        world.kafka.onAppend(this::appended);
    }

    /** Something after which a start or an end may be told twice. */
    void excuse(Runnable trouble) {
        excused = true;
        trouble.run();
    }

    /** I1 and I4, the moment a record can be read. */
    private void appended(FeedRecord record) {
        uncommitted.reads(record.outgoing());
        belongs(record.outgoing());
    }

    private void belongs(Outgoing outgoing) {
        LearnerRef ref = FeedReader.ref(outgoing);
        AssignmentId id = new AssignmentId(ref.value());
        Term term = world.tables.terms.getOrDefault(id, world.tables.history.get(id));
        if (term == null) throw new Violation("I1 " + ref + ": no such assignment");
        Terms terms = term.assignment().terms();
        if (!terms.portal().value().equals(outgoing.portal().value()))
            throw new Violation("I4 " + ref + ": on the feed of " + outgoing.portal());
        if (!terms.shared()) throw new Violation("I1 " + ref + ": not shared");
        if (outgoing instanceof Outgoing.Entry entry && !isWithin(entry, term))
            throw new Violation("I1 " + entry.key() + ": outside its interval");
        if (outgoing instanceof Outgoing.Learner learner && !isOf(learner, term))
            throw new Violation("I1 " + ref + ": a name and address of another time");
    }

    private boolean isWithin(Outgoing.Entry entry, Term term) {
        String user = term.assignment().user().value();
        String place = place(term.assignment().terms());
        List<LmsEvent> log = world.kafka.log(term.partition());
        long end = end(term);
        for (int offset = (int) term.startedOffset(); offset < log.size() && offset < end; offset++) {
            LmsEvent event = log.get(offset);
            if (isEntry(event, term)
                    && event.id().equals(entry.event().value())
                    && world.truth.belonged(user, offset, place)) return true;
        }
        return false;
    }

    private static boolean isEntry(LmsEvent event, Term term) {
        return event.what() instanceof LmsEvent.LoggedIn
                && event.user().equals(term.assignment().user().value())
                && !event.occurredAt().isBefore(term.startedAt());
    }

    private boolean isOf(Outgoing.Learner learner, Term term) {
        return world.truth.wasCalled(
                term.assignment().user().value(),
                learner.name(),
                learner.email(),
                term.startedOffset(),
                end(term),
                place(term.assignment().terms()));
    }

    private long end(Term term) {
        if (term.isOpen()) return Long.MAX_VALUE;
        return world.tables.history.getOrDefault(term.assignment().id(), term).endedOffset();
    }

    private static String place(Terms terms) {
        return Truth.text(terms.portal().value(), terms.basis() == Basis.PORTAL_URL, terms.shared());
    }

    /** Everything, once nothing is left to be done. */
    void holdAtRest() {
        Partner committed = new Partner("read_committed");
        world.kafka.feeds().values().forEach(feed -> {
            for (FeedRecord record : feed) {
                belongs(record.outgoing());
                if (record.transaction().isCommitted()) committed.reads(record.outgoing());
            }
        });
        for (Term term : world.tables.terms.values()) {
            Partner.Held held =
                    committed.heldOf(new LearnerRef(term.assignment().id().value()));
            if (!term.isOpen()) isRetracted(term, held);
            else if (!isOverForPartner(term)) isComplete(term, held);
        }
        world.tables.history.forEach((id, term) -> {
            LearnerRef ref = new LearnerRef(id.value());
            if (!world.tables.terms.containsKey(id)) isGone(ref, committed.heldOf(ref));
        });
        committed.holdsEachOnce();
        if (!excused) committed.isToldOnce(world.tables.changes);
        assignmentsAreRight();
    }

    private void isComplete(Term term, Partner.Held held) {
        String ref = term.assignment().id().value().toString();
        Set<EventId> due = new HashSet<>();
        List<LmsEvent> log = world.kafka.log(term.partition());
        if (term.assignment().terms().shared())
            for (int offset = (int) term.startedOffset(); offset < log.size(); offset++)
                if (isEntry(log.get(offset), term))
                    due.add(new EventId(log.get(offset).id()));
        if (!held.live().equals(due))
            throw new Violation("I2 " + ref + ": " + held.live().size() + " entries of " + due.size());
        Outgoing.Learner learner = held.learner();
        if (!term.assignment().terms().shared()) return;
        String user = term.assignment().user().value();
        if (learner == null || !world.truth.isCalled(user, learner.name(), learner.email()))
            throw new Violation("I2 " + ref + ": not the learner as he is now");
    }

    /** PostgreSQL had forgotten the end that the partner has seen: it stays over. */
    private boolean isOverForPartner(Term term) {
        return world.tables.endedForPartner.contains(
                new LearnerRef(term.assignment().id().value()));
    }

    private void isGone(LearnerRef ref, Partner.Held held) {
        Partner.Held seen = uncommitted.heldOf(ref);
        if (!held.live().isEmpty() || held.learner() != null) throw new Violation("I5 " + ref + ": not taken back");
        if (!seen.live().isEmpty() || seen.learner() != null)
            throw new Violation("I5 " + ref + ": not taken back for read_uncommitted readers");
    }

    private void isRetracted(Term term, Partner.Held held) {
        LearnerRef ref = new LearnerRef(term.assignment().id().value());
        isGone(ref, held);
        if (term.assignment().terms().shared() && !held.ended()) throw new Violation("I5 " + ref + ": no SharingEnded");
        for (Disclosure.Key key : world.tables.ledger.keySet())
            if (key.ref().equals(ref) && !held.nulls().contains(key.event()))
                throw new Violation("I5 " + key.ref() + "/" + key.event() + ": in the ledger and not taken back");
    }

    private void assignmentsAreRight() {
        for (List<AssignmentChange> changes : world.tables.changes)
            for (int i = 1; i < changes.size(); i++)
                if (changes.get(i).offset() < changes.get(i - 1).offset())
                    throw new Violation("I8: a decision goes back in the log");
        for (String user : world.truth.users()) {
            AssignmentId open = world.tables.open.get(new UserId(user));
            Term term = open == null ? null : world.tables.terms.get(open);
            String place = term == null ? "" : place(term.assignment().terms());
            String right = world.truth.finalPlace(user);
            if (!place.equals(right)) throw new Violation("I8 " + user + ": in '" + place + "', not '" + right + "'");
            if (world.script.portals().isEmpty() && !places(user).equals(world.truth.places(user)))
                throw new Violation("I8 " + user + ": " + places(user) + ", not " + world.truth.places(user));
        }
    }

    private List<String> places(String user) {
        List<String> places = new ArrayList<>();
        for (List<AssignmentChange> changes : world.tables.changes)
            for (AssignmentChange change : changes) {
                Assignment assignment = change.assignment();
                if (!assignment.user().value().equals(user) || change.kind() == Kind.REFRESHED) continue;
                String nowhere = change.offset() + ":";
                if (change.kind() == Kind.ENDED) places.add(nowhere);
                else {
                    places.remove(nowhere);
                    places.add(nowhere + place(assignment.terms()));
                }
            }
        return places;
    }
}

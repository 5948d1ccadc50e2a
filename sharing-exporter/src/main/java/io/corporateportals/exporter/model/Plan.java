package io.corporateportals.exporter.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One transaction: what the ledger lists first, and what then goes to the feeds together with the reader's new position.
 *
 * @param disclosures new lines of the ledger
 * @param outgoing in the order in which they are sent: changes first, then entries
 * @param position where the reader stands afterwards
 * @param dropped how many records stayed here, and why
 * @param complete whether every change of the snapshot is told with it
 */
public record Plan(
        List<Disclosure> disclosures,
        List<Outgoing> outgoing,
        Position position,
        Map<DropReason, Integer> dropped,
        boolean complete) {

    /**
     * Makes the plan of one look. Records that the assigner has not decided past are left, and so is what comes behind one
     * that is not yet known; entries wait until all changes of the snapshot have been told.
     *
     * @param records from {@code from.offset()} on, in order
     */
    public static Plan of(Snapshot snapshot, List<LogRecord> records, Position from, Scope scope, Limits limits) {
        Telling.Told told = Telling.tell(snapshot, from.cursor(), limits);
        if (!told.complete())
            return new Plan(List.of(), told.outgoing(), new Position(from.offset(), told.cursor()), Map.of(), false);
        Entries entries = new Entries(snapshot, scope);
        int room = limits.records() - told.outgoing().size();
        long next = from.offset();
        for (LogRecord record : records) {
            if (room-- == 0 || snapshot.nextOffset() <= record.offset() || record instanceof LogRecord.NotYetKnown)
                break;
            if (record instanceof LogRecord.Did did) entries.judge(did);
            next = record.offset() + 1;
        }
        List<Outgoing> outgoing = new ArrayList<>(told.outgoing());
        outgoing.addAll(entries.outgoing);
        return new Plan(entries.disclosures, outgoing, new Position(next, told.cursor()), entries.dropped, true);
    }

    /** Whose feeds it writes to. */
    public Set<PortalId> portals() {
        return outgoing.stream().map(Outgoing::portal).collect(Collectors.toUnmodifiableSet());
    }

    /** The portal that most of it is about, if there was more to tell than one transaction holds. */
    public Optional<PortalId> crowdedBy() {
        if (complete) return Optional.empty();
        return outgoing.stream()
                .collect(Collectors.groupingBy(Outgoing::portal, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(portal -> portal.getValue() * 2 > outgoing.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static final class Entries {
        private final Snapshot snapshot;
        private final Scope scope;
        private final Map<Disclosure.Key, Disclosure.Source> listed;
        private final List<Disclosure> disclosures = new ArrayList<>();
        private final List<Outgoing> outgoing = new ArrayList<>();
        private final Map<DropReason, Integer> dropped = new EnumMap<>(DropReason.class);

        private Entries(Snapshot snapshot, Scope scope) {
            this.snapshot = snapshot;
            this.scope = scope;
            this.listed = new HashMap<>(snapshot.listed());
        }

        private void judge(LogRecord.Did did) {
            OpenAssignment open = snapshot.openOf(did.user());
            Disclosure.Source known = open == null ? null : listed.get(new Disclosure.Key(open.ref(), did.event()));
            Gate.Verdict verdict = Gate.judge(did, open, known, scope);
            if (verdict instanceof Gate.Drop drop) dropped.merge(drop.reason(), 1, Integer::sum);
            else if (verdict instanceof Gate.Share share) share(did, share.assignment());
        }

        private void share(LogRecord.Did did, OpenAssignment assignment) {
            Disclosure.Key key = new Disclosure.Key(assignment.ref(), did.event());
            Disclosure.Source source = new Disclosure.Source(did.offset());
            listed.put(key, source);
            disclosures.add(new Disclosure(assignment.portal(), key, source));
            String policy = snapshot.policies().at(did.offset());
            outgoing.add(new Outgoing.Entry(
                    assignment.portal(), assignment.ref(), did.event(), policy, did.occurredAt(), did.activity()));
        }
    }
}

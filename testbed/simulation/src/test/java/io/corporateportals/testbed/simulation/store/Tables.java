package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assigner.model.Concern;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.Portal;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.UserId;
import io.corporateportals.exporter.application.Doubt;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.LearnerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL has committed. */
public final class Tables {
    public final List<Progress> progress = new ArrayList<>();
    public final Map<UserId, Account> accounts = new TreeMap<>();
    public final Map<UserId, Integer> partitions = new TreeMap<>();
    public final Set<AppliedEvent> applied = new HashSet<>();
    public final Map<AssignmentId, Term> terms = new HashMap<>();
    public final Map<UserId, AssignmentId> open = new TreeMap<>();
    public final List<List<AssignmentChange>> changes = new ArrayList<>();

    public long portalProgress;
    public final Set<EventId> appliedPortalEvents = new HashSet<>();
    public final Map<PortalId, Portal> portals = new TreeMap<>();
    public final Map<PortalId, Long> portalSaidAt = new HashMap<>();
    public List<Claim> claims = List.of();
    public final Map<DomainName, PortalId> hosts = new TreeMap<>();
    public final List<Part> parts = new ArrayList<>();

    public final List<Owner> owners = new ArrayList<>();
    public final Map<Disclosure.Key, Line> ledger = new HashMap<>();
    public final Map<String, FeedState> feeds = new TreeMap<>();
    public final Map<Parking, Parked> parked = new HashMap<>();
    public final Set<LearnerRef> endedForPartner = new HashSet<>();
    public final Map<Integer, Asked> asked = new TreeMap<>();
    /** What a mistaken exporter keeps apart from its offset. */
    public final Map<Integer, io.corporateportals.exporter.model.Cursor> cursors = new HashMap<>();

    private int rounds;

    public Tables(int partitionCount) {
        for (int partition = 0; partition < partitionCount; partition++) {
            progress.add(new Progress(partition, 0, 0));
            changes.add(new ArrayList<>());
            owners.add(new Owner(0, 0, 0));
        }
    }

    /** An assignment, and when it was; {@code endedOffset} is negative as long as it is open. */
    public record Term(Assignment assignment, int partition, long startedOffset, Instant startedAt, long endedOffset) {
        public boolean isOpen() {
            return endedOffset < 0;
        }

        Term ended(long offset) {
            return new Term(assignment, partition, startedOffset, startedAt, offset);
        }
    }

    /** The rest of a back-fill in one partition. */
    public record Part(
            long backFill, int partition, Concern concern, Instant occurredAt, String after, boolean finished) {}

    /** Who may write a partition's ledger. */
    public record Owner(long epoch, long batch, long confirmed) {}

    /** A line of the ledger. */
    public record Line(Disclosure disclosure, int partition) {}

    /** What the exporter thinks of a feed. */
    public enum FeedState {
        OPEN,
        PARKED,
        RETURNING
    }

    /** What a partition asks a person, who has allowed it or not. */
    public record Asked(Doubt doubt, boolean allowed) {}

    /** Which partition has parked which portal. */
    public record Parking(String portal, int partition) {}

    /** Every assignment that there ever was, also those that a restored PostgreSQL has forgotten. */
    public final Map<AssignmentId, Term> history = new HashMap<>();

    private final Map<Integer, Long> decidedEver = new HashMap<>();

    int nextRound() {
        return ++rounds;
    }

    void remember(Term term) {
        history.put(term.assignment().id(), term);
    }

    // what was decided and then forgotten was true when it was told
    void rememberEnd(Term term, long offset) {
        remember(term.ended(Math.max(offset, decidedEver.getOrDefault(term.partition(), 0L))));
    }

    void advance(Progress to) {
        progress.set(to.partition(), to);
        decidedEver.merge(to.partition(), to.nextOffset(), Math::max);
    }

    /** A backup. */
    Tables copy() {
        Tables copy = new Tables(0);
        copy.become(this);
        return copy;
    }

    /** A restore; what is not there in the backup is lost. */
    void become(Tables backup) {
        replace(progress, backup.progress);
        replace(accounts, backup.accounts);
        replace(partitions, backup.partitions);
        replace(applied, backup.applied);
        replace(terms, backup.terms);
        replace(open, backup.open);
        changes.clear();
        for (List<AssignmentChange> some : backup.changes) changes.add(new ArrayList<>(some));
        portalProgress = backup.portalProgress;
        replace(appliedPortalEvents, backup.appliedPortalEvents);
        replace(portals, backup.portals);
        claims = backup.claims;
        replace(hosts, backup.hosts);
        replace(parts, backup.parts);
        replace(owners, backup.owners);
        replace(ledger, backup.ledger);
        replace(feeds, backup.feeds);
        replace(parked, backup.parked);
        rounds = backup.rounds;
        replace(endedForPartner, backup.endedForPartner);
        replace(asked, backup.asked);
        replace(cursors, backup.cursors);
    }

    private static <T> void replace(Collection<T> rows, Collection<T> others) {
        rows.clear();
        rows.addAll(others);
    }

    private static <K, V> void replace(Map<K, V> rows, Map<K, V> others) {
        rows.clear();
        rows.putAll(others);
    }

    /** How many changes a partition has had. */
    public long sequence(int partition) {
        return progress.get(partition).sequence();
    }

    @Nullable
    Term openTerm(UserId user) {
        AssignmentId id = open.get(user);
        return id == null ? null : terms.get(id);
    }
}

package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.exporter.application.Doubt;
import io.corporateportals.exporter.application.Glance;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Listed;
import io.corporateportals.exporter.application.Look;
import io.corporateportals.exporter.application.NotOwner;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.Recovered;
import io.corporateportals.exporter.application.RecoveryRequests;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.store.Tables.Asked;
import io.corporateportals.testbed.simulation.store.Tables.FeedState;
import io.corporateportals.testbed.simulation.store.Tables.Line;
import io.corporateportals.testbed.simulation.store.Tables.Owner;
import io.corporateportals.testbed.simulation.store.Tables.Parking;
import io.corporateportals.testbed.simulation.store.Tables.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the exporter of one partition asks of PostgreSQL. */
public final class ExporterStore implements Ledger, RecoveryRequests {
    private final Postgres postgres;
    private final Tables tables;
    private final Conduct conduct;
    private final Object exporter;
    private final OwnerRows owners;
    private final SnapshotReader reader;
    private final LedgerCompletion completion;
    private List<Disclosure> unlisted = List.of();
    private long glancedAt = -1;

    public ExporterStore(Postgres postgres, Conduct conduct, Object exporter) {
        this.postgres = postgres;
        this.tables = postgres.tables();
        this.conduct = conduct;
        this.exporter = exporter;
        this.owners = new OwnerRows(postgres, conduct);
        this.reader = new SnapshotReader(tables);
        this.completion = new LedgerCompletion(tables);
    }

    @Override
    public Ownership own(int partition) {
        postgres.scheduler().step("raise the epoch");
        postgres.inTransaction(() -> {
            owners.raise(partition);
        });
        Owner now = tables.owners.get(partition);
        return new Ownership(
                partition,
                now.epoch(),
                now.batch(),
                conduct.noticesOldPositions() ? now.confirmed() : 0,
                postgres.incarnation());
    }

    @Override
    public long nextOffset(int partition) {
        return conduct.decidedUpTo(exporter, tables.progress.get(partition).nextOffset());
    }

    @Override
    public Glance glance(Ownership owner) {
        int partition = owner.partition();
        postgres.scheduler().step("glance");
        Owner now = tables.owners.get(partition);
        boolean mine = conduct.ledgerIsFenced()
                ? now.epoch() == owner.epoch()
                        && now.batch() == owner.batch()
                        && postgres.incarnation().equals(owner.incarnation())
                : now.batch() >= owner.batch();
        glancedAt = -1;
        if (!mine) throw new NotOwner("the epoch or the batch is another one");
        glancedAt = postgres.version();
        Progress progress = tables.progress.get(partition);
        Set<PortalId> held = new TreeSet<>(Comparator.comparing(PortalId::value));
        tables.feeds.forEach((portal, state) -> {
            if (state == FeedState.PARKED) held.add(new PortalId(portal));
        });
        List<Parked> parked = new ArrayList<>();
        for (Map.Entry<String, FeedState> feed : tables.feeds.entrySet()) {
            Parked one = tables.parked.get(new Parking(feed.getKey(), partition));
            if (one != null) parked.add(seen(one, feed.getValue()));
        }
        return new Glance(conduct.decidedUpTo(exporter, progress.nextOffset()), progress.sequence(), held, parked);
    }

    private static Parked seen(Parked one, FeedState feed) {
        if (feed == FeedState.RETURNING) return ParkedRows.in(one, Parked.State.RETURNING);
        return one.state() == Parked.State.STOPPED ? one : ParkedRows.in(one, Parked.State.TO_STOP);
    }

    @Override
    public Listed list(Ownership owner, Look look) {
        int partition = owner.partition();
        postgres.scheduler().step("look");
        List<Listed> listed = new ArrayList<>();
        postgres.inTransaction(() -> {
            Ownership next = owners.nextBatch(owner, 0);
            Snapshot snapshot = conduct.sees(exporter, reader.read(partition, look, exporter, conduct));
            Plan plan = conduct.plans(look.planned(snapshot), snapshot, reader.profiles());
            postgres.scheduler().note(() -> "plans " + plan.outgoing() + " up to " + plan.position());
            unlisted = plan.disclosures();
            if (conduct.ledgerComesFirst()) putUnlisted(partition);
            if (!conduct.cursorGoesWithOffset())
                postgres.write(
                        () -> tables.cursors.put(partition, plan.position().cursor()));
            listed.add(new Listed(plan, next));
        });
        return listed.get(0);
    }

    @Override
    public void confirm(Ownership owner) {
        postgres.scheduler().step("confirm");
        postgres.inTransaction(() -> owners.confirm(owner));
    }

    /** Whether nothing was committed since the last glance. */
    public boolean isUpToDate() {
        return glancedAt == postgres.version();
    }

    private void putUnlisted(int partition) {
        List<Disclosure> lines = unlisted;
        unlisted = List.of();
        postgres.write(() -> put(partition, lines));
    }

    /** What a mistaken exporter does after it has published. */
    public void listLate(int partition) {
        if (!unlisted.isEmpty()) postgres.inTransaction(() -> putUnlisted(partition));
    }

    private void put(int partition, List<Disclosure> disclosures) {
        for (Disclosure one : disclosures) tables.ledger.put(one.key(), new Line(one, partition));
    }

    @Override
    public Recovered recover(Ownership owner, Published published, @Nullable Standing distrusted) {
        int partition = owner.partition();
        postgres.scheduler().step("recover");
        List<Recovered> recovered = new ArrayList<>();
        postgres.inTransaction(() -> {
            Ownership next = owners.nextBatch(owner, distrusted == null ? 0 : distrusted.batch());
            LedgerCompletion.Found found = completion.complete(partition, published);
            postgres.write(() -> {
                put(partition, found.onTheFeed());
                for (Disclosure one : found.perhapsSeen())
                    tables.ledger.putIfAbsent(one.key(), new Line(one, partition));
                tables.endedForPartner.addAll(found.forgottenEnds());
                tables.parked.replaceAll((parking, one) -> parking.partition() == partition
                        ? new Parked(
                                one.portal(),
                                new Position(0, io.corporateportals.exporter.model.Cursor.START),
                                tables.nextRound(),
                                one.state())
                        : one);
                if (!conduct.cursorGoesWithOffset())
                    tables.cursors.put(partition, io.corporateportals.exporter.model.Cursor.START);
            });
            recovered.add(
                    new Recovered(next, found.orphans(), found.forgottenEnds().size()));
        });
        return recovered.get(0);
    }

    @Override
    public Set<LearnerRef> toRecover(int partition, Set<LearnerRef> refs) {
        return refs.stream()
                .filter(ref -> {
                    Term term = tables.terms.get(new AssignmentId(ref.value()));
                    return term == null || term.partition() == partition;
                })
                .collect(Collectors.toSet());
    }

    @Override
    public State state(Ownership owner, Doubt doubt) {
        Asked asked = tables.asked.get(owner.partition());
        if (asked == null || !asked.doubt().equals(doubt)) return State.NOT_ASKED;
        return asked.allowed() ? State.ALLOWED : State.ASKED;
    }

    @Override
    public boolean isNew(Ownership owner, Published published) {
        return published.learners().isEmpty()
                && tables.ledger.values().stream().noneMatch(line -> line.partition() == owner.partition());
    }

    @Override
    public void ask(Ownership owner, Doubt doubt, Published published) {
        postgres.scheduler().step("ask a person");
        postgres.inTransaction(() -> postgres.write(() -> {
            boolean allowed = state(owner, doubt) == State.ALLOWED;
            tables.asked.put(owner.partition(), new Asked(doubt, allowed));
        }));
    }

    @Override
    public void settle(Ownership owner) {
        postgres.scheduler().step("settle");
        postgres.inTransaction(() -> postgres.write(() -> tables.asked.remove(owner.partition())));
    }
}

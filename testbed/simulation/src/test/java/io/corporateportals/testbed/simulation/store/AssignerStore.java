package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.Accounts;
import io.corporateportals.assigner.application.Assignments;
import io.corporateportals.assigner.application.LogProgress;
import io.corporateportals.assigner.application.Policies;
import io.corporateportals.assigner.application.PolicyInForce;
import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.UserId;
import io.corporateportals.testbed.simulation.store.Tables.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one thread of the assigner asks of PostgreSQL about learners. */
public final class AssignerStore implements LogProgress, Accounts, Assignments, Policies {
    /** Of the one policy there is. */
    public static final String FINGERPRINT = "policy";

    final Postgres postgres;
    final Tables tables;

    public AssignerStore(Postgres postgres) {
        this.postgres = postgres;
        this.tables = postgres.tables();
    }

    @Override
    public Map<Integer, Progress> lock(Collection<Integer> partitions) {
        postgres.scheduler().step("lock log_progress");
        Map<Integer, Progress> locked = new TreeMap<>();
        for (Integer partition : new TreeSet<>(partitions)) postgres.lock("progress-" + partition);
        for (Integer partition : partitions) locked.put(partition, tables.progress.get(partition));
        return locked;
    }

    @Override
    public void advance(Progress to) {
        postgres.write(() -> tables.advance(to));
    }

    /** Leaves the offset as it then is, and never goes back. */
    void advanceSequence(Progress to) {
        postgres.write(() -> {
            Progress now = tables.progress.get(to.partition());
            long sequence = Math.max(now.sequence(), to.sequence());
            tables.progress.set(to.partition(), new Progress(to.partition(), now.nextOffset(), sequence));
        });
    }

    @Override
    public Progress of(int partition) {
        return tables.progress.get(partition);
    }

    @Override
    public List<Account> find(Collection<UserId> users) {
        postgres.scheduler().step("select from learner");
        List<Account> found = new ArrayList<>();
        for (UserId user : users) {
            Account account = tables.accounts.get(user);
            if (account != null) found.add(account);
        }
        return found;
    }

    @Override
    public List<AppliedEvent> appliedAmong(Collection<AppliedEvent> events) {
        return events.stream().filter(tables.applied::contains).toList();
    }

    @Override
    public void store(int partition, Collection<Account> accounts) {
        for (Account account : List.copyOf(accounts))
            postgres.write(() -> {
                tables.accounts.put(account.id(), account);
                tables.partitions.put(account.id(), partition);
                if (account instanceof Account.Terminated)
                    tables.applied.removeIf(event -> event.user().equals(account.id()));
            });
    }

    @Override
    public void remember(Collection<AppliedEvent> events) {
        for (AppliedEvent event : List.copyOf(events))
            postgres.write("applied_event", () -> !tables.applied.contains(event), () -> {
                if (!(tables.accounts.get(event.user()) instanceof Account.Terminated)) tables.applied.add(event);
            });
    }

    @Override
    public List<Assignment> openOf(Collection<UserId> users) {
        postgres.scheduler().step("select from assignment");
        List<Assignment> found = new ArrayList<>();
        for (UserId user : users) {
            Term term = tables.openTerm(user);
            if (term != null) found.add(term.assignment());
        }
        return found;
    }

    @Override
    public void record(int partition, long lastSequence, List<AssignmentChange> changes) {
        List<AssignmentChange> recorded = List.copyOf(changes);
        postgres.write("assignment_change_pkey", () -> recorded.isEmpty() || isNext(partition, lastSequence), () -> {});
        for (AssignmentChange change : recorded)
            postgres.write("one_open_assignment_per_learner", () -> isPossible(change), () -> apply(partition, change));
    }

    private boolean isNext(int partition, long lastSequence) {
        return tables.changes.get(partition).size() == lastSequence;
    }

    private boolean isPossible(AssignmentChange change) {
        Assignment assignment = change.assignment();
        boolean isOpen = tables.open.containsKey(assignment.user());
        if (change.kind() == Kind.STARTED) return !isOpen;
        if (change.kind() == Kind.REFRESHED) return true;
        return assignment.id().equals(tables.open.get(assignment.user()));
    }

    private void apply(int partition, AssignmentChange change) {
        Assignment assignment = change.assignment();
        tables.changes.get(partition).add(change);
        if (change.kind() == Kind.STARTED) {
            tables.open.put(assignment.user(), assignment.id());
            Term term = new Term(assignment, partition, change.offset(), change.occurredAt(), -1);
            tables.terms.put(assignment.id(), term);
            tables.remember(term);
        } else if (change.kind() == Kind.ENDED) {
            tables.open.remove(assignment.user());
            tables.terms.computeIfPresent(assignment.id(), (id, term) -> {
                tables.rememberEnd(term, change.offset());
                return term.ended(change.offset());
            });
        }
    }

    @Override
    public void forget(int partition, long afterSequence, Collection<UserId> terminated) {}

    @Override
    public String inForce(int partition) {
        return FINGERPRINT;
    }

    @Override
    public void putInForce(PolicyInForce policy, Collection<Progress> at) {
        throw new UnsupportedOperationException("the policy stays as it is");
    }
}

package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.Deciding;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.UserId;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Finds what decisions start from and stores what they lead to. Only inside a transaction that holds the partition's
 * lock.
 */
@Component
class Decisions {
    private final LogProgress progress;
    private final Accounts accounts;
    private final Assignments assignments;
    private final PortalCatalogue portals;
    private final Policies policies;
    private final PolicyInForce policy;
    private final Supplier<AssignmentId> newId;

    Decisions(
            LogProgress progress,
            Accounts accounts,
            Assignments assignments,
            PortalCatalogue portals,
            Policies policies,
            PolicyInForce policy,
            Supplier<AssignmentId> newId) {
        this.progress = progress;
        this.accounts = accounts;
        this.assignments = assignments;
        this.portals = portals;
        this.policies = policies;
        this.policy = policy;
        this.newId = newId;
    }

    /** Begins to decide about learners of a locked partition. */
    Deciding begin(Progress locked, Collection<UserId> users, Collection<AppliedEvent> events) {
        policies.require(policy, locked.partition());
        return new Deciding(
                portals.now(),
                policy.policy(),
                accounts.find(users),
                assignments.openOf(users),
                accounts.appliedAmong(events),
                newId);
    }

    /**
     * Stores what was decided and moves the partition on.
     *
     * @return what became of assignments
     */
    List<AssignmentChange> store(Progress locked, Deciding decided, long nextOffset) {
        int partition = locked.partition();
        List<AssignmentChange> changes = decided.changes();
        long sequence = locked.sequence() + changes.size();
        accounts.store(partition, decided.changedAccounts());
        accounts.remember(decided.newlyApplied());
        assignments.record(partition, locked.sequence(), changes);
        assignments.forget(partition, sequence, terminatedAmong(decided.changedAccounts()));
        progress.advance(new Progress(partition, nextOffset, sequence));
        return changes;
    }

    private static List<UserId> terminatedAmong(Collection<Account> accounts) {
        return accounts.stream()
                .filter(Account.Terminated.class::isInstance)
                .map(Account::id)
                .toList();
    }
}

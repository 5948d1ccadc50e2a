package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.Identity.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one transaction about learners of one partition, taken one after the other. It starts from what is
 * stored and ends with what is to be stored, and touches nothing in between.
 */
public final class Deciding {
    private final Portals portals;
    private final Policy policy;
    private final Supplier<AssignmentId> newId;
    private final Map<UserId, Account> accounts = new HashMap<>();
    private final Map<UserId, Assignment> open = new HashMap<>();
    private final Set<AppliedEvent> applied;
    private final Map<UserId, Account> changedAccounts = new LinkedHashMap<>();
    private final List<AppliedEvent> newlyApplied = new ArrayList<>();
    private final List<AssignmentChange> changes = new ArrayList<>();

    /** An identity event that was applied to a learner. */
    public record AppliedEvent(UserId user, EventId event) {}

    /**
     * Takes what is stored about the learners in question.
     *
     * @param open their open assignments, at most one each
     * @param applied which of the events in question were applied before
     * @param newId gives a new assignment its random id
     */
    public Deciding(
            Portals portals,
            Policy policy,
            Collection<? extends Account> accounts,
            Collection<Assignment> open,
            Collection<AppliedEvent> applied,
            Supplier<AssignmentId> newId) {
        this.portals = portals;
        this.policy = policy;
        this.newId = newId;
        this.applied = new HashSet<>(applied);
        for (Account account : accounts) this.accounts.put(account.id(), account);
        for (Assignment assignment : open) this.open.put(assignment.user(), assignment);
    }

    /** Applies an identity event, and decides about its learner where it changed something. */
    public Verdict apply(LogEntry.OfIdentity entry) {
        IdentityEvent event = entry.event();
        UserId user = event.head().user();
        AppliedEvent key = new AppliedEvent(user, event.head().id());
        Account before = accounts.get(user);
        Verdict verdict = Identity.apply(before, entry, applied.contains(key));
        if (verdict instanceof Verdict.Applied now) {
            applied.add(key);
            newlyApplied.add(key);
            store(now.account());
            decide(
                    now.account(),
                    looksDifferent(before, now.account()),
                    entry.offset(),
                    event.head().occurredAt());
        }
        return verdict;
    }

    /**
     * Ends the assignment of a learner of whom something unreadable came. Of an unknown or terminated one, nothing.
     *
     * @param saidAt where it stood first
     */
    public void failClosed(UserId user, long offset, long saidAt, Instant at) {
        if (accounts.get(user) instanceof Learner learner) {
            Learner unreadable = learner.afterUnreadable(saidAt);
            store(unreadable);
            decide(unreadable, false, offset, at);
        }
    }

    /** Decides about a learner once more, because a portal or the policy is another one. */
    public void again(UserId user, long offset, Instant occurredAt) {
        Account account = accounts.get(user);
        if (account != null) decide(account, false, offset, occurredAt);
    }

    /** Ends an assignment that is over for the outside, if it is still the learner's, and decides once more. */
    public void renew(UserId user, AssignmentId over, long offset, Instant occurredAt) {
        Assignment current = open.get(user);
        if (current == null || !current.id().equals(over)) return;
        open.remove(user);
        changes.add(new AssignmentChange(Kind.ENDED, current, offset, occurredAt));
        again(user, offset, occurredAt);
    }

    /** Accounts that are new or other than before, as they are to be stored. */
    public Collection<Account> changedAccounts() {
        return changedAccounts.values();
    }

    /** Identity events that were applied. */
    public List<AppliedEvent> newlyApplied() {
        return newlyApplied;
    }

    /** What became of assignments, in the order in which it happened. */
    public List<AssignmentChange> changes() {
        return changes;
    }

    private void store(Account account) {
        accounts.put(account.id(), account);
        changedAccounts.put(account.id(), account);
    }

    private void decide(Account account, boolean looksDifferent, long offset, Instant occurredAt) {
        Assignment current = open.get(account.id());
        Terms target = Belonging.decide(account, portals, policy);
        if (current != null && current.terms().equals(target)) {
            if (looksDifferent) changes.add(new AssignmentChange(Kind.REFRESHED, current, offset, occurredAt));
            return;
        }
        if (current != null) {
            open.remove(account.id());
            changes.add(new AssignmentChange(Kind.ENDED, current, offset, occurredAt));
        }
        if (target != null) {
            Assignment started = new Assignment(newId.get(), account.id(), target);
            open.put(account.id(), started);
            changes.add(new AssignmentChange(Kind.STARTED, started, offset, occurredAt));
        }
    }

    private static boolean looksDifferent(@Nullable Account before, Account after) {
        return before instanceof Learner was && after instanceof Learner is && !is.looksLike(was);
    }
}

package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.Happening.Garbled;
import io.corporateportals.assigner.model.Happening.Identified;
import io.corporateportals.assigner.model.Identity.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The assigner without its servers: one partition, its store in memory, a portal's back-fill done at once. */
class World {
    final Catalogue catalogue = new Catalogue();
    final Map<UserId, Account> accounts = new TreeMap<>();
    final Map<UserId, Assignment> open = new TreeMap<>();
    final List<AssignmentChange> changes = new ArrayList<>();
    final List<Verdict> verdicts = new ArrayList<>();
    private final Set<AppliedEvent> applied = new HashSet<>();
    private long nextOffset;
    private long nextId;

    void happens(Happening happening) {
        if (happening instanceof AboutPortal about) {
            PortalChange change = catalogue.apply(about.event());
            if (change != null)
                for (Concern concern : change.concerns())
                    backFill(concern, about.event().occurredAt());
        } else happenTogether(List.of(happening));
    }

    /** One batch, in one transaction. */
    void happenTogether(Collection<? extends Happening> batch) {
        Deciding deciding = begin(forEvents());
        for (Happening happening : batch) decide(deciding, happening);
        store(deciding);
    }

    final void decide(Deciding deciding, Happening happening) {
        if (happening instanceof Identified identified)
            verdicts.add(deciding.apply(new LogEntry.OfIdentity(nextOffset++, identified.event())));
        else if (happening instanceof Garbled garbled) {
            deciding.failClosed(garbled.user(), nextOffset, nextOffset, garbled.at());
            nextOffset++;
        }
    }

    private void backFill(Concern concern, Instant occurredAt) {
        Deciding deciding = begin(forBackFill());
        for (Account account : accounts.values())
            if (account instanceof Learner learner && isConcerned(learner, concern))
                deciding.again(learner.id(), backFillStartsAt(nextOffset), occurredAt);
        store(deciding);
    }

    final Deciding begin(Portals portals) {
        return new Deciding(portals, PolicyFixture.asShipped(), accounts.values(), open.values(), applied, this::newId);
    }

    /** The accounts, but for the positions at which they were told of: those follow from the order of other people's events. */
    final Map<UserId, Account> accountsWithoutPositions() {
        Map<UserId, Account> without = new TreeMap<>(accounts);
        without.replaceAll((id, account) -> account instanceof Learner learner ? withoutPositions(learner) : account);
        return without;
    }

    private static Learner withoutPositions(Learner learner) {
        return new Learner(
                learner.id(),
                learner.name(),
                learner.email(),
                learner.verified(),
                learner.firstVerified(),
                learner.registrationHost(),
                learner.objects(),
                learner.readable(),
                learner.revision(),
                new Heard(Heard.NOWHERE, Heard.NOWHERE));
    }

    private AssignmentId newId() {
        return new AssignmentId(new UUID(1, nextId++));
    }

    final void store(Deciding decided) {
        for (Account account : decided.changedAccounts()) accounts.put(account.id(), account);
        remember(applied, decided.newlyApplied());
        applied.removeIf(event -> accounts.get(event.user()) instanceof Account.Terminated);
        for (AssignmentChange change : decided.changes()) {
            Assignment assignment = change.assignment();
            if (change.kind() == Kind.STARTED) open.put(assignment.user(), assignment);
            if (change.kind() == Kind.ENDED) close(open, assignment.user());
        }
        changes.addAll(decided.changes());
    }

    Map<UserId, Terms> openTerms() {
        Map<UserId, Terms> terms = new TreeMap<>();
        open.forEach((user, assignment) -> terms.put(user, assignment.terms()));
        return terms;
    }

    // What follows is what a wrong assigner would do otherwise.

    Portals forEvents() {
        return catalogue.now();
    }

    Portals forBackFill() {
        return catalogue.now();
    }

    boolean isConcerned(Learner learner, Concern concern) {
        return isMember(learner, concern)
                || isInADomain(learner, concern)
                || isBelowADomain(learner, concern)
                || registeredAtAHost(learner, concern);
    }

    boolean isMember(Learner learner, Concern concern) {
        Assignment assignment = open.get(learner.id());
        return assignment != null && assignment.terms().portal().equals(concern.portal());
    }

    boolean isInADomain(Learner learner, Concern concern) {
        DomainName domain = learner.email().domain();
        return domain != null && concern.domains().contains(domain);
    }

    boolean isBelowADomain(Learner learner, Concern concern) {
        DomainName domain = learner.email().domain();
        return domain != null && concern.domainsAbove().stream().anyMatch(domain::isBelow);
    }

    boolean registeredAtAHost(Learner learner, Concern concern) {
        DomainName host = learner.registrationHost();
        return host != null && concern.hosts().contains(host);
    }

    long backFillStartsAt(long nextOffset) {
        return nextOffset;
    }

    void remember(Set<AppliedEvent> applied, List<AppliedEvent> newlyApplied) {
        applied.addAll(newlyApplied);
    }

    void close(Map<UserId, Assignment> open, UserId user) {
        open.remove(user);
    }
}

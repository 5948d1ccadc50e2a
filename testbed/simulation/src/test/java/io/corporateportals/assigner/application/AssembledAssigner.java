package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.PortalChange;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The assigner's services as Spring puts them together, around stores of one's own. */
public final class AssembledAssigner {
    private static final Counts UNCOUNTED = new Counts(new CompositeMeterRegistry());

    private final TransactionTemplate transaction;
    private final PolicyInForce policy;
    private final Supplier<AssignmentId> newId;

    public AssembledAssigner(
            PlatformTransactionManager transactions, PolicyInForce policy, Supplier<AssignmentId> newId) {
        this.transaction = new TransactionTemplate(transactions);
        this.policy = policy;
        this.newId = newId;
    }

    /** Where decisions start from and end. */
    public record Stores(
            LogProgress progress,
            Accounts accounts,
            Assignments assignments,
            PortalCatalogue portals,
            Policies policies) {}

    public UserEvents userEvents(Stores stores) {
        return new UserEvents(transaction, stores.progress(), decisions(stores), UNCOUNTED);
    }

    public BackFill backFill(Stores stores, BackFills backFills, int chunk) {
        return new BackFill(transaction, stores.progress(), decisions(stores), backFills, UNCOUNTED, chunk);
    }

    public PortalEvents portalEvents(Stores stores, BackFills backFills, PortalChange.Rules rules) {
        return new PortalEvents(transaction, stores.portals(), backFills, rules, stores.policies(), policy, UNCOUNTED);
    }

    private Decisions decisions(Stores stores) {
        return new Decisions(
                stores.progress(),
                stores.accounts(),
                stores.assignments(),
                stores.portals(),
                stores.policies(),
                policy,
                newId);
    }
}

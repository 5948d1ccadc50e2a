package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Claims;
import io.corporateportals.assigner.model.PortalChange;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the policy of this instance's file in force, where it is not the one in force already. */
@Service
public class PolicyChange {
    private static final Logger log = LoggerFactory.getLogger(PolicyChange.class);

    private final TransactionTemplate transaction;
    private final LogProgress progress;
    private final Policies policies;
    private final PolicyInForce policy;
    private final PortalCatalogue catalogue;
    private final PortalChange.Rules rules;
    private final BackFills backFills;
    private final Clock clock;
    private final List<Integer> partitions;

    PolicyChange(
            TransactionTemplate transaction,
            LogProgress progress,
            Policies policies,
            PolicyInForce policy,
            PortalCatalogue catalogue,
            PortalChange.Rules rules,
            BackFills backFills,
            Clock clock,
            @Value("${assigner.learner-partitions}") int learnerPartitions) {
        this.transaction = transaction;
        this.progress = progress;
        this.policies = policies;
        this.policy = policy;
        this.catalogue = catalogue;
        this.rules = rules;
        this.backFills = backFills;
        this.clock = clock;
        this.partitions = IntStream.range(0, learnerPartitions).boxed().toList();
    }

    /**
     * All partitions change over in one transaction, and every learner is decided again. What makes a decision another
     * one is then the policy, which has no event of the LMS: the time of the change-over stands for it.
     */
    public void putInForce() {
        transaction.executeWithoutResult(status -> {
            // in the order in which a portal's event locks them
            catalogue.lockProgress();
            Collection<Progress> locked = progress.lock(partitions).values();
            List<Progress> others = locked.stream()
                    .filter(at -> !policies.inForce(at.partition()).equals(policy.fingerprint()))
                    .toList();
            if (others.isEmpty()) return;
            log.info("policy {} is in force from here on", policy.policy().version());
            policies.putInForce(policy, others);
            catalogue.storeClaims(Claims.rule(catalogue.claims(), rules.publicSuffix(), rules.privateMailProvider()));
            backFills.requestEveryone(clock.instant());
        });
    }
}

package io.corporateportals.assigner.application;

import java.util.Collection;

/** Which policy is in force from where in each partition: a recorded decision, not a file read by a clock. */
public interface Policies {
    /** The fingerprint of the policy in force in a partition; empty before the first. Ask under the lock. */
    String inForce(int partition);

    /**
     * Throws {@link OtherPolicyInForce} unless this policy is the one in force in a partition. Ask under the lock.
     */
    default void require(PolicyInForce policy, int partition) {
        if (!inForce(partition).equals(policy.fingerprint())) throw new OtherPolicyInForce(partition);
    }

    /** Puts a policy in force at the progress of each partition. */
    void putInForce(PolicyInForce policy, Collection<LogProgress.Progress> at);
}

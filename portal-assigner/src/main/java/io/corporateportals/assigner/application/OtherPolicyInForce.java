package io.corporateportals.assigner.application;

/** Another instance has put another policy in force: this one must not decide any more. */
public class OtherPolicyInForce extends IllegalStateException {
    OtherPolicyInForce(int partition) {
        super("another policy is in force in partition " + partition
                + ": start this instance with the policy file of the newest one");
    }
}

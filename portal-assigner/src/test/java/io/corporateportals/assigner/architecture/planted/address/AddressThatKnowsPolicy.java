package io.corporateportals.assigner.architecture.planted.address;

import io.corporateportals.assigner.architecture.planted.policy.PolicyThatKnowsJdbc;

/** Breaks the rule that addresses know the model only. */
public record AddressThatKnowsPolicy(PolicyThatKnowsJdbc policy) {}

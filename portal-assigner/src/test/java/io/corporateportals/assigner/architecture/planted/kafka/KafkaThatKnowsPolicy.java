package io.corporateportals.assigner.architecture.planted.kafka;

import io.corporateportals.assigner.architecture.planted.policy.PolicyThatKnowsJdbc;
import org.jspecify.annotations.Nullable;

/** Breaks the rule that adapters do not know each other. */
public record KafkaThatKnowsPolicy(@Nullable PolicyThatKnowsJdbc policy) {}

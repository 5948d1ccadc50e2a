package io.corporateportals.assigner.architecture.planted.policy;

import io.corporateportals.assigner.architecture.planted.jdbc.JdbcThatKnowsKafka;
import org.jspecify.annotations.Nullable;

/** Breaks the rule that adapters do not know each other. */
public record PolicyThatKnowsJdbc(@Nullable JdbcThatKnowsKafka rows) {}

package io.corporateportals.assigner.architecture.planted.jdbc;

import io.corporateportals.assigner.architecture.planted.kafka.KafkaThatKnowsPolicy;
import org.jspecify.annotations.Nullable;

/** Breaks the rule that adapters do not know each other. */
public record JdbcThatKnowsKafka(@Nullable KafkaThatKnowsPolicy listener) {}

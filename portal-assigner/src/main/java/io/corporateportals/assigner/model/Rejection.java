package io.corporateportals.assigner.model;

import org.jspecify.annotations.Nullable;

/**
 * Why a record goes to the dead letters.
 *
 * @param reason a stable name, for headers and metrics; never anything of the record's content
 * @param field the field that is to blame; null: the record as a whole
 */
public record Rejection(String reason, @Nullable String field) {}

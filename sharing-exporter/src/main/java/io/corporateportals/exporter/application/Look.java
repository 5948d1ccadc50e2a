package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Limits;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.exporter.model.Scope;
import io.corporateportals.exporter.model.Snapshot;
import java.util.List;

/**
 * What a reader wants to know of PostgreSQL.
 *
 * @param records from {@code from.offset()} on
 * @param upToSequence changes behind it are none of its business
 */
public record Look(Position from, List<LogRecord> records, Scope scope, long upToSequence, Limits limits) {
    /** What is to be done, seen from {@code snapshot}. */
    public Plan planned(Snapshot snapshot) {
        return Plan.of(snapshot, records, from, scope, limits);
    }
}

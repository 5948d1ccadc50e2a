package io.corporateportals.exporter.application;

/** A partition stands still until a person allows that what was lost is rebuilt. */
final class RecoveryNeeded extends RuntimeException {
    RecoveryNeeded(Doubt doubt) {
        super(doubt.reason().words() + ": look with bin/recover --dry-run, then run bin/recover");
    }
}

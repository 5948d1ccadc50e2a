package io.corporateportals.exporter.model;

import java.time.Instant;

/** A record of the learners' log, as far as the exporter is concerned. */
public sealed interface LogRecord {
    /** Where it stands in its partition. */
    long offset();

    /** When the log took it, in the broker's or the producer's time: for measuring only. */
    Instant appendedAt();

    /** What a learner did that may be shared. */
    record Did(long offset, Instant appendedAt, UserId user, EventId event, Instant occurredAt, Activity activity)
            implements LogRecord {}

    /**
     * What nobody can tell yet: its schema is not known, and may be by the time the assigner decides past it. The gate
     * waits for that, and for the record to be read again.
     */
    record NotYetKnown(long offset, Instant appendedAt) implements LogRecord {}

    /** Anything else: who a learner is, what is not shared, what is unknown or cannot be read. */
    record Other(long offset, Instant appendedAt) implements LogRecord {}
}

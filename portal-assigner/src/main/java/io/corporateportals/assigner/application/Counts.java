package io.corporateportals.assigner.application;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Metrics of what was decided; labels are names from the code, never anything from a record. */
@Component
class Counts {
    private final MeterRegistry meters;

    Counts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a record of {@code lms.portal-events}. */
    void portal(String outcome) {
        meters.counter("assigner.portal.records", "outcome", outcome.toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Counts records of {@code lms.user-events}, and what they changed. */
    void add(Tally tally) {
        tally.records()
                .forEach((outcome, count) ->
                        meters.counter("assigner.records", "outcome", outcome).increment(count));
        tally.changes()
                .forEach((kind, count) ->
                        meters.counter("assigner.changes", "kind", kind).increment(count));
    }
}

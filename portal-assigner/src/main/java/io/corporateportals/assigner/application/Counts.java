package io.corporateportals.assigner.application;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Metrics of what was decided; labels are names from the code, never anything from a record. */
@Component
class Counts {
    private final MeterRegistry meters;

    Counts(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(Tally tally) {
        tally.records()
                .forEach((outcome, count) ->
                        meters.counter("assigner.records", "outcome", outcome).increment(count));
        tally.changes()
                .forEach((kind, count) ->
                        meters.counter("assigner.changes", "kind", kind).increment(count));
    }
}

package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.watch.Waits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run so far.
 *
 * @param retractions from an opt-out to its SharingEnded, by what was going on
 * @param gaveUp why it ended too early; null: it did not
 */
record Outcome(
        Verdict verdict,
        FaultLog faults,
        Map<String, Waits> retractions,
        @Nullable String gaveUp) {
    boolean isRight() {
        return gaveUp == null && verdict.isRight();
    }
}

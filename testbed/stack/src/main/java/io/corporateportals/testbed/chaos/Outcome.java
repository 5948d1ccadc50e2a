package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.watch.Waits;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param retractions from an opt-out to its SharingEnded, by what was going on
 */
record Outcome(Verdict verdict, FaultLog faults, Map<String, Waits> retractions) {}

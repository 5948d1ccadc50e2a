package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.oracle.Finding.Kind;
import java.util.List;
import java.util.Set;

/**
 * Whether all is as it must be.
 *
 * @param findings what is not as it must be
 * @param undecided records of the log that were not processed to the end
 * @param repeatedAndAborted values that only a {@code read_uncommitted} reader saw twice: no fault
 */
record Verdict(List<Finding> findings, long undecided, long repeatedAndAborted) {
    boolean isRight() {
        return findings.isEmpty() && undecided == 0;
    }

    /** The six numbers. */
    String line() {
        return "leaked %d  lost %d  duplicated %d  crossed %d  unretracted %d  undecided %d"
                .formatted(
                        count(Kind.LEAKED, Kind.EXTRA),
                        count(Kind.MISSING),
                        count(Kind.DUPLICATED),
                        count(Kind.CROSSED),
                        count(Kind.UNRETRACTED),
                        undecided + count(Kind.MISPLACED));
    }

    private long count(Kind... kinds) {
        Set<Kind> wanted = Set.of(kinds);
        return findings.stream().map(Finding::kind).filter(wanted::contains).count();
    }
}

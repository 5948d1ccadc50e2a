package io.corporateportals.testbed.demo;

import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.oracle.Tally;
import io.corporateportals.testbed.watch.Retraction;
import io.corporateportals.testbed.watch.Waits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What came of a run.
 *
 * @param feeds what partners read
 * @param refusals what portals asked for and did not get
 * @param findings what is not as the oracle says
 * @param waits how long those who left waited for their SharingEnded, in milliseconds
 */
record Outcome(Collection<Feed> feeds, Tally tally, List<String> refusals, List<Finding> findings, Waits waits) {
    static Outcome of(Oracle oracle, List<Feed> feeds, List<String> refusals) {
        List<Finding> findings = new ArrayList<>(oracle.compare(feeds));
        findings.addAll(oracle.misplaced());
        return new Outcome(
                feeds, oracle.tally(), refusals, findings, Waits.of(Retraction.of(oracle.departures(), feeds)));
    }

    long count(Finding.Kind... kinds) {
        return findings.stream()
                .filter(finding -> List.of(kinds).contains(finding.kind()))
                .count();
    }

    boolean isRight() {
        return findings.isEmpty();
    }
}

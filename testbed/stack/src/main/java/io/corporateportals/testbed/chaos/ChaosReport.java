package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.watch.Waits;
import java.io.PrintStream;
import java.util.Locale;

/** What a person is told of a run, in the end and on the way. Names no learner. */
final class ChaosReport {
    private static final int FINDINGS = 40;

    private final PrintStream out;

    ChaosReport(PrintStream out) {
        this.out = out;
    }

    void print(Outcome outcome) {
        print(outcome.faults());
        Verdict verdict = outcome.verdict();
        verdict.findings().stream().limit(FINDINGS).forEach(this::finding);
        line("%s", verdict.line());
        outcome.retractions().forEach(this::retraction);
        line("values that read_uncommitted readers saw twice, and no others: %,d", verdict.repeatedAndAborted());
        if (outcome.gaveUp() != null) line("%s", outcome.gaveUp());
    }

    // a line for each kind
    private void print(FaultLog faults) {
        line("");
        line("%-42s %9s %14s %9s", "fault", "injected", "recovered p50", "max");
        faults.recoveries()
                .forEach((kind, waits) -> line(
                        "%-42s %9d %,11d ms %,6d ms",
                        kind, waits.millis().size(), waits.percentile(50), waits.percentile(100)));
        line("");
    }

    private void retraction(String situation, Waits waits) {
        line(
                "from an opt-out to its SharingEnded, %s: p50 %,d ms  p99 %,d ms  max %,d ms  (%,d of them)",
                situation,
                waits.percentile(50),
                waits.percentile(99),
                waits.percentile(100),
                waits.millis().size());
    }

    private void finding(Finding finding) {
        line("%s %s %s: %s", finding.kind(), finding.portalId(), finding.key(), finding.what());
    }

    /** A line by itself. */
    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}

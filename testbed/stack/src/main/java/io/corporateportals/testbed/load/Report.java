package io.corporateportals.testbed.load;

import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.watch.Waits;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a person is told: a line a result. Names no learner. */
final class Report {
    private static final int COMPLAINTS = 10;

    private final PrintStream out;
    private boolean right = true;

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    void waits(String what, Waits waits) {
        line(
                "%s: p50 %,d ms  p99 %,d ms  max %,d ms  (%,d of them)",
                what,
                waits.percentile(50),
                waits.percentile(99),
                waits.percentile(100),
                waits.millis().size());
    }

    /** Of others than those of whom it is much. */
    void latencies(Latencies before, Latencies during) {
        both("others' entries", before.entries(), during.entries());
        both("others' opt-outs", before.optOuts(), during.optOuts());
    }

    private void both(String what, Waits before, Waits during) {
        waits(what + ", before", before);
        waits(what + ", during", during);
        line(
                "%s, during compared with before: p50 %.1f  p99 %.1f  max %.1f",
                what, ratio(before, during, 50), ratio(before, during, 99), ratio(before, during, 100));
    }

    private static double ratio(Waits before, Waits during, int percent) {
        return (double) during.percentile(percent) / Math.max(1, before.percentile(percent));
    }

    void memory(Services services, String heap, long millis) {
        for (Service service : Service.values()) {
            Memory memory = services.memory(service);
            Pauses pauses = memory.pauses();
            line(
                    "%s: heap limit %s, at most %,d MB of it in use after a full collection, collections took %.1f %% of the"
                            + " time; at most %,d MB resident",
                    service.module(),
                    heap,
                    pauses.liveMegabytes(),
                    100.0 * pauses.millis() / millis,
                    memory.residentMegabytes());
        }
    }

    void complaints(Services services) {
        List<String> complaints = services.complaints();
        complaints.stream().limit(COMPLAINTS).forEach(complaint -> line("%s", complaint));
        line("partitions that started over or stopped, and failures for want of memory: %,d", complaints.size());
        right &= complaints.isEmpty();
    }

    void held(Seen seen) {
        int missing = seen.missing();
        int extra = seen.extra();
        line("missing %,d  extra %,d", missing, extra);
        right &= missing == 0 && extra == 0;
    }

    /** What must be so. */
    void demand(boolean holds) {
        right &= holds;
    }

    /** Whether everything was as it must be. */
    boolean isRight() {
        return right;
    }
}

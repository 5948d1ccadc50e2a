package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.Pause;
import io.corporateportals.testbed.watch.Processing;
import io.corporateportals.testbed.watch.Standing;
import java.time.Duration;
import java.util.Map;

/** Whether what was told by now has gone all the way. */
final class Progress {
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Processing processing;
    private final Fleet fleet;

    Progress(Processing processing, Fleet fleet) {
        this.processing = processing;
        this.fleet = fleet;
    }

    /** Returns when everything that the log holds now is decided, told and exported. */
    void await(String what) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Map<Integer, Long> ends = processing.ends();
        while (behind(ends) > 0) {
            if (System.nanoTime() > end)
                throw new NotRecovered("not processed within " + LONGEST.toMinutes() + " minutes: " + what
                        + (fleet.isComplete() ? "" : "; a service has ended"));
            Pause.millis(LOOK_EVERY_MILLIS);
        }
    }

    /** Returns when every change that was decided is announced: only then can anybody judge by what was announced. */
    void awaitAnnounced(Announced announced) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (isBehind(announced)) {
            if (System.nanoTime() > end)
                throw new NotRecovered("not announced within " + LONGEST.toMinutes() + " minutes: what was decided");
            announced.read();
        }
    }

    private boolean isBehind(Announced announced) {
        return processing.standings().entrySet().stream()
                .anyMatch(partition -> announced.sequence(partition.getKey())
                        < partition.getValue().sequence());
    }

    /** How many records of the log are not processed. */
    long undecided() {
        return behind(processing.ends());
    }

    private long behind(Map<Integer, Long> ends) {
        Map<Integer, Standing> standings;
        try {
            standings = processing.standings();
        } catch (IllegalStateException notNow) {
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }
        long behind = 0;
        for (Map.Entry<Integer, Long> end : ends.entrySet()) {
            Standing standing = standings.get(end.getKey());
            if (standing == null) return end.getValue();
            behind += Math.max(0, end.getValue() - Math.min(standing.decided(), exported(standing, end.getValue())));
            behind += Math.max(0, standing.sequence() - standing.told());
        }
        return behind;
    }

    // a partition without a record has no offset to commit
    private static long exported(Standing standing, long end) {
        return end == 0 ? 0 : standing.exported();
    }
}

package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.chaos.fault.NotRecovered;
import io.corporateportals.testbed.chaos.fault.Operator;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.Pause;
import io.corporateportals.testbed.watch.Processing;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether what was told by now has gone all the way. */
final class Progress {
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Processing processing;
    private final Fleet fleet;
    private final Duration patience;
    private final Operator operator;
    private final Set<String> broughtBack = new TreeSet<>();

    /**
     * Looks at what these instances do.
     *
     * @param patience with instances of which nothing comes
     */
    Progress(Processing processing, Fleet fleet, Duration patience) {
        this.processing = processing;
        this.fleet = fleet;
        this.patience = patience;
        this.operator = new Operator(fleet);
    }

    /**
     * Returns when everything that the log holds now is decided, told and exported. The longer the log, the longer it takes
     * to read it again: as long as it becomes less, nobody is impatient.
     *
     * @return the portals that were parked still, and had to be brought back
     */
    Set<String> await(String what) {
        broughtBack.clear();
        Map<Integer, Long> ends = processing.ends();
        long least = Long.MAX_VALUE;
        long end = System.nanoTime();
        for (long left = behind(ends); left > 0; left = behind(ends)) {
            if (left < least) end = System.nanoTime() + patience.toNanos();
            least = Math.min(least, left);
            if (System.nanoTime() > end)
                throw new NotRecovered("nothing processed for " + patience.toSeconds() + " s: " + what
                        + (fleet.isComplete() ? "" : "; a service has ended"));
            Pause.millis(LOOK_EVERY_MILLIS);
        }
        return Set.copyOf(broughtBack);
    }

    /** Returns when every change that was decided is announced: only then can anybody judge by what was announced. */
    void awaitAnnounced(Announced announced) {
        long end = System.nanoTime() + patience.toNanos();
        while (!announced.hasAll(processing.standings())) {
            if (System.nanoTime() > end)
                throw new NotRecovered("not announced within " + patience.toSeconds() + " s: what was decided");
            announced.read();
        }
    }

    /** How many records of the log are not processed. */
    long undecided() {
        return behind(processing.ends());
    }

    // a portal may be parked after the person who mended its feed has looked, and is nobody's concern until the next
    // alarm
    private int returning() {
        Set<String> parked = operator.bringBackParked();
        broughtBack.addAll(parked);
        return parked.size();
    }

    // of a PostgreSQL or a broker that does not answer nobody knows anything
    private long behind(Map<Integer, Long> ends) {
        try {
            long behind = processing.portalsBehind() + Processing.behind(processing.standings(), ends);
            return behind > 0 ? behind : returning();
        } catch (IllegalStateException notNow) {
            return Math.max(1, ends.values().stream().mapToLong(Long::longValue).sum());
        }
    }
}

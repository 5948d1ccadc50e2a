package io.corporateportals.testbed.load;

import io.corporateportals.testbed.watch.Patience;
import io.corporateportals.testbed.watch.Pause;
import io.corporateportals.testbed.watch.Processing;
import io.corporateportals.testbed.watch.ProgressBar;
import io.corporateportals.testbed.watch.Standing;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Everything that the learners' log holds is decided and exported, and how fast that went. */
final class Drain {
    private static final long LOOK_EVERY_MILLIS = 250;

    private final Processing processing;
    private final Patience patience;
    private final ProgressBar bar;
    private final Map<Integer, Long> ends;
    private final Pace decided;
    private final Pace exported;

    /** Of what the log holds now. */
    Drain(Processing processing, Patience patience, String what) {
        this.processing = processing;
        this.patience = patience;
        this.ends = processing.ends();
        Map<Integer, Standing> standings = processing.standings();
        decided = new Pace(sum(standings, Standing::decided));
        exported = new Pace(sum(standings, Standing::exported));
        long end = ends.values().stream().mapToLong(Long::longValue).sum();
        bar = new ProgressBar(what, end - exported.from);
    }

    /** From the last look at which nothing had moved to the first at which nothing is left. */
    private static final class Pace {
        private final long from;
        private long reached;
        private long begun = System.nanoTime();
        private long ended;

        private Pace(long from) {
            this.from = from;
            this.reached = from;
        }

        private void now(long sum) {
            if (sum == from) begun = System.nanoTime();
            if (sum != reached) ended = System.nanoTime();
            reached = sum;
        }

        private double perSecond() {
            return reached == from ? 0 : (reached - from) * 1e9 / (ended - begun);
        }
    }

    /** Returns when it is over. */
    void await() {
        Map<Integer, Standing> standings = look();
        while (Processing.behind(standings, ends) > 0) {
            patience.moment(standings);
            Pause.millis(LOOK_EVERY_MILLIS);
            standings = look();
        }
        bar.end();
    }

    private Map<Integer, Standing> look() {
        Map<Integer, Standing> standings = processing.standings();
        decided.now(sum(standings, Standing::decided));
        exported.now(sum(standings, Standing::exported));
        bar.show(exported.reached - exported.from);
        return standings;
    }

    private static long sum(Map<Integer, Standing> standings, ToLongFunction<Standing> what) {
        return standings.values().stream().mapToLong(what).sum();
    }

    /** How many events the assigner decided a second. */
    double decidedPerSecond() {
        return decided.perSecond();
    }

    /** How many events the exporter dealt with a second. */
    double exportedPerSecond() {
        return exported.perSecond();
    }
}

package io.corporateportals.testbed.load;

import io.corporateportals.testbed.watch.Waits;
import java.util.ArrayList;
import java.util.List;

/** How long it took from what the LMS told until a partner could read of it. */
record Latencies(Waits entries, Waits optOuts) {
    /** Of the events from one number to before another. */
    static Latencies of(Told told, Seen seen, int from, int to) {
        List<Long> entries = new ArrayList<>();
        List<Long> optOuts = new ArrayList<>();
        for (int event = from; event < to; event++) {
            int learner = told.learnerOf(event);
            boolean left = learner != Column.NONE && told.leftBy(learner) == event;
            int shown = left ? seen.endedAt(learner) : seen.shownAt(event);
            if (shown != Column.NONE) (left ? optOuts : entries).add((long) shown - told.sentAt(event));
        }
        return new Latencies(new Waits(entries), new Waits(optOuts));
    }
}

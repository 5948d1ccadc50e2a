package io.corporateportals.testbed.load;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.watch.Waits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How opt-outs fared compared with their neighbours in the log.
 *
 * @param behind how long after the last entry before it in its partition each SharingEnded came: below zero, the opt-out
 *     overtook it
 * @param overtaken how many came after an entry that stands behind them in the log
 */
record Lateness(Waits behind, int overtaken) {
    static Lateness of(Told told, Seen seen) {
        return new Lateness(new Waits(behind(told, seen)), overtaken(told, seen));
    }

    private static List<Long> behind(Told told, Seen seen) {
        List<Long> behind = new ArrayList<>();
        int[] last = perPartition();
        for (int event = 0; event < told.events(); event++) {
            int partition = told.partition(told.learnerOf(event));
            int ended = endedBy(event, told, seen);
            if (seen.shownAt(event) != Column.NONE) last[partition] = Math.max(last[partition], seen.shownAt(event));
            else if (ended != Column.NONE && last[partition] != Column.NONE) behind.add((long) ended - last[partition]);
        }
        return behind;
    }

    private static int overtaken(Told told, Seen seen) {
        int overtaken = 0;
        int[] next = perPartition();
        for (int event = told.events() - 1; event >= 0; event--) {
            int partition = told.partition(told.learnerOf(event));
            int ended = endedBy(event, told, seen);
            int shown = seen.shownAt(event);
            if (shown != Column.NONE)
                next[partition] = next[partition] == Column.NONE ? shown : Math.min(next[partition], shown);
            else if (ended != Column.NONE && next[partition] != Column.NONE && ended > next[partition]) overtaken++;
        }
        return overtaken;
    }

    private static int endedBy(int event, Told told, Seen seen) {
        int learner = told.learnerOf(event);
        return told.leftBy(learner) == event ? seen.endedAt(learner) : Column.NONE;
    }

    private static int[] perPartition() {
        int[] times = new int[Topics.LEARNER_PARTITIONS];
        Arrays.fill(times, Column.NONE);
        return times;
    }
}

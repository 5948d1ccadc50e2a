package io.corporateportals.testbed.watch;

import java.util.Collection;
import java.util.List;

/**
 * How long something took, each time.
 *
 * @param millis sorted
 */
public record Waits(List<Long> millis) {
    public Waits {
        millis = millis.stream().sorted().toList();
    }

    public static Waits of(Collection<Retraction> retractions) {
        return new Waits(retractions.stream()
                .map(retraction -> retraction.endedAt() - retraction.leftAt())
                .toList());
    }

    /** The wait that so many percent did not exceed. */
    public long percentile(int percent) {
        if (millis.isEmpty()) return 0;
        int rank = (int) Math.ceil(percent / 100.0 * millis.size());
        return millis.get(Math.max(rank, 1) - 1);
    }
}

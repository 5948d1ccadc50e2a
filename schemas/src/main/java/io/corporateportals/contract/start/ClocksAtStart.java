package io.corporateportals.contract.start;

import java.time.Duration;
import java.time.Instant;

/** Whether a service's clock and the database's show the same time. */
public final class ClocksAtStart {
    private ClocksAtStart() {}

    /**
     * Refuses clocks that are more than {@code limit} apart; how long the question took is nobody's fault.
     *
     * @param asked when the database was asked, by the service's clock
     * @param database what the database's clock showed
     * @param answered when it had answered, by the service's clock
     */
    public static void requireTogether(Instant asked, Instant database, Instant answered, Duration limit) {
        if (database.plus(limit).isBefore(asked)) throw apart(Duration.between(database, asked), "ahead of", limit);
        if (database.minus(limit).isAfter(answered)) throw apart(Duration.between(answered, database), "behind", limit);
    }

    private static StartRefused apart(Duration by, String which, Duration limit) {
        return new StartRefused(
                "this machine's clock is " + by.toSeconds() + " s " + which + " PostgreSQL's, more than "
                        + limit.toSeconds() + " s: set the clocks right, or allow more by CLOCK_DIFFERENCE");
    }
}

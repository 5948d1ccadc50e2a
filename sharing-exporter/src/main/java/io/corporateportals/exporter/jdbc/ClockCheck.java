package io.corporateportals.exporter.jdbc;

import io.corporateportals.contract.start.ClocksAtStart;
import io.corporateportals.exporter.application.Precondition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether this machine and PostgreSQL's agree what time it is. */
public final class ClockCheck implements Precondition {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration limit;

    /**
     * Asks nothing yet.
     *
     * @param limit how far the clocks may be apart
     */
    public ClockCheck(JdbcClient jdbc, Clock clock, Duration limit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public void check() {
        Instant asked = clock.instant();
        OffsetDateTime database =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        ClocksAtStart.requireTogether(asked, database.toInstant(), clock.instant(), limit);
    }
}

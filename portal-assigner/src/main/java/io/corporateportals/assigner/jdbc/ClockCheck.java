package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.Precondition;
import io.corporateportals.contract.start.ClocksAtStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether this machine and PostgreSQL's agree what time it is. */
@Component
class ClockCheck implements Precondition {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration limit;

    ClockCheck(JdbcClient jdbc, Clock clock, @Value("${assigner.clock-difference}") Duration limit) {
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

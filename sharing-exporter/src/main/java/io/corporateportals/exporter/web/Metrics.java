package io.corporateportals.exporter.web;

import io.corporateportals.exporter.application.BlockedFeeds;
import io.corporateportals.exporter.application.Observer;
import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.exporter.model.DropReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Metrics of what happens; labels are names from the code, never anything from a record. */
@Component
final class Metrics implements Observer {
    private final MeterRegistry meters;
    private final Counter shared;
    private final Counter retracted;
    private final Timer endTold;
    private final Clock clock;

    Metrics(MeterRegistry meters, PartitionStates states, BlockedFeeds blocked, JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.meters = meters;
        this.shared = Counter.builder("exporter.shared")
                .description("entries published")
                .register(meters);
        this.retracted = Counter.builder("exporter.retracted")
                .description("entries taken back")
                .register(meters);
        this.endTold = Timer.builder("exporter.end.told")
                .description("from the record that ended an assignment to its SharingEnded")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder("exporter.waiting", states, PartitionStates::waiting)
                .description("partitions that wait for the assigner")
                .register(meters);
        feeds(jdbc, "exporter.parked", "PARKED", "portals whose feed nobody writes: an alarm");
        feeds(jdbc, "exporter.returning", "RETURNING", "portals that read the log again beside the others");
        Gauge.builder("exporter.feeds.blocked", blocked, BlockedFeeds::count)
                .description("feeds that a transaction holds up which does not end: an alarm")
                .register(meters);
        for (DropReason reason : DropReason.values()) dropped(reason);
    }

    private void feeds(JdbcClient jdbc, String name, String state, String description) {
        Gauge.builder(
                        name,
                        jdbc,
                        database -> database.sql("select count(*) from exporter.feed where state = ?")
                                .params(state)
                                .query(Integer.class)
                                .single())
                .description(description)
                .register(meters);
    }

    private Counter dropped(DropReason reason) {
        return Counter.builder("exporter.dropped")
                .description("activities that stayed here")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    @Override
    public void shared(int entries) {
        shared.increment(entries);
    }

    @Override
    public void retracted(int entries) {
        retracted.increment(entries);
    }

    @Override
    public void dropped(Map<DropReason, Integer> records) {
        records.forEach((reason, count) -> dropped(reason).increment(count));
    }

    @Override
    public void endTold(Instant appendedAt) {
        Duration after = Duration.between(appendedAt, clock.instant());
        endTold.record(after.isNegative() ? Duration.ZERO : after);
    }
}

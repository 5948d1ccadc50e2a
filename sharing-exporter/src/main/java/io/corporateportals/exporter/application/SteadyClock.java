package io.corporateportals.exporter.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that only goes on: what lasts is measured by it, also when somebody sets the machine's clock. */
public final class SteadyClock extends Clock {
    private final Instant begun = Instant.now();
    private final long nanosThen = System.nanoTime();

    @Override
    public Instant instant() {
        return begun.plusNanos(System.nanoTime() - nanosThen);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}

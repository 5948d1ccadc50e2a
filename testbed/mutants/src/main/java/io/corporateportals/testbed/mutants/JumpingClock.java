package io.corporateportals.testbed.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/** A clock that somebody sets: it goes wrong by as many seconds as a file says, which is read again and again. */
final class JumpingClock extends Clock {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Clock honest;
    private final Path file;
    private Duration wrongBy = Duration.ZERO;
    private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    JumpingClock(Clock honest, Path file) {
        this.honest = honest;
        this.file = file;
    }

    @Override
    public synchronized Instant instant() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            wrongBy = read();
        }
        return honest.instant().plus(wrongBy);
    }

    // while it is being written, it says nothing
    private Duration read() {
        try {
            return Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException notNow) {
            return wrongBy;
        }
    }

    @Override
    public ZoneId getZone() {
        return honest.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new JumpingClock(honest.withZone(zone), file);
    }
}

package io.corporateportals.contract.start;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClocksAtStartTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void letsClocksBeApartUpToTheLimit() {
        assertThatNoException().isThrownBy(() -> question(NOON.minus(LIMIT), Duration.ZERO));
        assertThatNoException().isThrownBy(() -> question(NOON.plus(LIMIT), Duration.ZERO));
    }

    @Test
    void doesNotCountTheTimeThatTheQuestionTook() {
        assertThatNoException().isThrownBy(() -> question(NOON.plusSeconds(100), Duration.ofSeconds(40)));
    }

    @Test
    void refusesAClockThatIsAhead() {
        refuses(NOON.minusSeconds(61), "this machine's clock is 61 s ahead of PostgreSQL's, more than 60 s");
    }

    @Test
    void refusesAClockThatIsBehind() {
        refuses(NOON.plusSeconds(3600), "this machine's clock is 3600 s behind PostgreSQL's, more than 60 s");
    }

    private static void refuses(Instant database, String message) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> question(database, Duration.ZERO))
                .withMessageStartingWith(message);
    }

    private static void question(Instant database, Duration took) {
        ClocksAtStart.requireTogether(NOON, database, NOON.plus(took), LIMIT);
    }
}

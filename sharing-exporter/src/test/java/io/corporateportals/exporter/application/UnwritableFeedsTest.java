package io.corporateportals.exporter.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnwritableFeedsTest {
    private static final PortalId ACME = new PortalId("acme");
    private static final PortalId BEKO = new PortalId("beko");

    private final UnwritableFeeds unwritable = new UnwritableFeeds(Duration.ofSeconds(60));

    /** What was written all the same is not tried again, and a portal without news has nothing to write. */
    @Test
    void oneFailureIsNeverEnough() {
        failAt(0, ACME);
        failAt(100, BEKO);
        assertThat(unwritable.overdue()).isEmpty();
    }

    @Test
    void whatFailsAgainAndAgainIsNamedOnce() {
        for (int second = 0; second < 60; second += 20) failAt(second, ACME, BEKO);
        unwritable.worked(Set.of(BEKO));
        assertThat(unwritable.overdue()).isEmpty();
        failAt(60, ACME, BEKO);

        assertThat(unwritable.overdue()).containsExactly(ACME);
        assertThat(unwritable.overdue()).isEmpty();
    }

    @Test
    void failuresThatAreFarApartHaveNothingToDoWithOneAnother() {
        failAt(0, ACME);
        failAt(121, ACME);
        assertThat(unwritable.overdue()).isEmpty();
        failAt(181, ACME);
        assertThat(unwritable.overdue()).containsExactly(ACME);
    }

    private void failAt(int second, PortalId... portals) {
        unwritable.failed(Set.of(portals), Instant.ofEpochSecond(second));
    }
}

package io.corporateportals.testbed.chaos.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortalLifeTest {
    private static final int CHANGES = 10_000;

    @Test
    void itIsOpenMoreOftenThanNotHoweverOftenItChanges() {
        Random random = new Random(1);
        PortalLife portal = new PortalLife("partner-1");
        int open = 0;
        for (int n = 0; n < CHANGES; n++) {
            portal.next(new UUID(0, n), Instant.EPOCH, random);
            if (portal.isOpen()) open++;
        }

        assertThat(open).isBetween(CHANGES / 2, CHANGES * 3 / 4);
    }
}

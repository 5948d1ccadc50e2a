package io.corporateportals.assigner.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** What comes about by itself, a while after it was caused. */
final class Soon {
    /** How long that may take on a machine that has other things to do. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Soon() {}

    static void soon(ThrowingRunnable assertion) {
        await().atMost(LIMIT).untilAsserted(assertion);
    }
}

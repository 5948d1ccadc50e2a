package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds that a transaction has held up for longer than any of ours lasts. What was retracted there is neither told nor
 * erased until a person aborts it.
 */
public final class BlockedFeeds {
    private static final Logger log = LoggerFactory.getLogger(BlockedFeeds.class);
    private static final int LOOKS = 6;

    private final FeedRegister register;
    private final FeedEnds ends;
    private final Duration patience;
    private final Clock steady;
    private final Map<PortalId, Since> heldUp = new HashMap<>();
    private Instant nextLook = Instant.MIN;
    private volatile int blocked;

    private record Since(long offset, Instant at) {}

    /**
     * Knows of none yet.
     *
     * @param patience how long a transaction may hold a feed up: longer than the broker lets one of ours live
     * @param steady tells how long it does
     */
    public BlockedFeeds(FeedRegister register, FeedEnds ends, Duration patience, Clock steady) {
        this.register = register;
        this.ends = ends;
        this.patience = patience;
        this.steady = steady;
    }

    /** Looks, unless it has just done so. */
    public void look() {
        Instant now = steady.instant();
        if (now.isBefore(nextLook)) return;
        nextLook = now.plus(patience.dividedBy(LOOKS));
        Map<PortalId, Long> seen = ends.heldUp(register.made());
        heldUp.keySet().retainAll(seen.keySet());
        seen.forEach((portal, offset) -> heldUp.merge(
                portal, new Since(offset, now), (before, here) -> before.offset() == offset ? before : here));
        int before = blocked;
        blocked = (int) heldUp.values().stream()
                .filter(since -> !now.isBefore(since.at().plus(patience)))
                .count();
        if (blocked > before)
            log.error("{} feeds are held up by a transaction that does not end: see docs/operations.md", blocked);
    }

    /** How many there are. */
    public int count() {
        return blocked;
    }
}

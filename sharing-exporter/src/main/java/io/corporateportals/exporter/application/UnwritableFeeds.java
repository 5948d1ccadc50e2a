package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which feeds one thread finds unwritable, or gone, again and again. */
final class UnwritableFeeds {
    /** What cannot be written is tried again at once; an attempt takes less than this, also on a slow broker. */
    private static final Duration ATTEMPT = Duration.ofMinutes(1);

    private final Duration longEnough;
    private final Map<PortalId, Failing> failing = new HashMap<>();

    /** From the first failure to the last of those that followed one another. */
    private record Failing(Instant first, Instant last) {
        boolean lasts(Duration atLeast) {
            return last.isAfter(first) && !last.isBefore(first.plus(atLeast));
        }
    }

    /**
     * Knows of none yet.
     *
     * @param longEnough how long a feed has to fail
     */
    UnwritableFeeds(Duration longEnough) {
        this.longEnough = longEnough;
    }

    void failed(Set<PortalId> portals, Instant now) {
        Failing first = new Failing(now, now);
        for (PortalId portal : portals)
            failing.merge(
                    portal, first, (before, it) -> isApart(before, now) ? first : new Failing(before.first(), now));
    }

    private boolean isApart(Failing before, Instant now) {
        return now.isAfter(before.last().plus(longEnough).plus(ATTEMPT));
    }

    void worked(Set<PortalId> portals) {
        failing.keySet().removeAll(portals);
    }

    /**
     * Those that have failed for long enough; they are not named again. One failure is never enough: it may have been
     * written all the same, and then nobody tries again.
     */
    Set<PortalId> overdue() {
        Set<PortalId> overdue = failing.entrySet().stream()
                .filter(one -> one.getValue().lasts(longEnough))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        worked(overdue);
        return overdue;
    }
}

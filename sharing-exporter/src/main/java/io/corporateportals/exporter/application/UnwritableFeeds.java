package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Since when one loop has found which feeds unwritable. */
final class UnwritableFeeds {
    private final Map<PortalId, Instant> since = new HashMap<>();

    void failed(Set<PortalId> portals, Instant now) {
        for (PortalId portal : portals) since.putIfAbsent(portal, now);
    }

    void worked(Set<PortalId> portals) {
        since.keySet().removeAll(portals);
    }

    /** Those that have been so for long enough; they are not named again. */
    Set<PortalId> overdue(Duration after, Instant now) {
        Set<PortalId> overdue = since.entrySet().stream()
                .filter(one -> !now.isBefore(one.getValue().plus(after)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        worked(overdue);
        return overdue;
    }
}

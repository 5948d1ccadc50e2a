package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.util.Map;
import java.util.Set;

/** Where the feeds end, for one reader and for the other. */
public interface FeedEnds {
    /**
     * The feeds that hold something behind a transaction that is open: a {@code read_committed} reader sees nothing of it,
     * and Kafka cleans nothing of it.
     *
     * @return for each of those feeds the first offset that is held up; feeds that are missing are left out
     */
    Map<PortalId, Long> heldUp(Set<PortalId> portals);
}

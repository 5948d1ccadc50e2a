package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.util.Map;
import java.util.Set;

/** The topics behind the feeds. */
public interface FeedTopics {
    /**
     * Makes a portal's feed, with the contract's settings, unless it is there.
     *
     * @return the topic's id; empty if the broker refuses: then the feed counts as made and missing, a person's matter
     */
    String make(PortalId portal);

    /** The ids of those topics that are there for this service to see. */
    Map<PortalId, String> ids(Set<PortalId> portals);

    /** Whether nothing was ever written to the feed, which is there. */
    boolean isEmpty(PortalId portal);

    /**
     * Writes a heartbeat to each of these feeds.
     *
     * @return the feeds that got none, and why
     */
    Map<PortalId, Missed> beat(Set<PortalId> portals);

    /** Why a feed got no heartbeat. */
    enum Missed {
        /** The broker refuses to write to this feed. */
        REFUSED,
        /** Anything else: no feed's fault. */
        UNANSWERED
    }
}

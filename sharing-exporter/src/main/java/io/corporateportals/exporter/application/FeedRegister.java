package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which feeds were made, so that none is ever made again. */
public interface FeedRegister {
    /** The portals whose feed was made. */
    Set<PortalId> made();

    /**
     * Makes the feeds of all portals that are there or {@code needed} and have none; only one instance at a time.
     *
     * @param making makes the topic of one portal and gives its id
     */
    void makeMissing(Set<PortalId> needed, Function<PortalId, String> making);

    /**
     * Passes the portals whose last heartbeat is older than {@code every}, each to one instance only.
     *
     * @param beating writes the heartbeats; if it throws, they count as not written
     */
    void whenDue(Duration every, Consumer<Set<PortalId>> beating);

    /** The topic id under which a portal's feed was made, empty if it was not. */
    String topicId(PortalId portal);

    /**
     * Has a parked portal read the log again, in every partition that parked it.
     *
     * @param topicId the feed's id now; if it is another than before, everything is read and sent again in all partitions
     * @return false if the portal is not parked
     */
    boolean bringBack(PortalId portal, String topicId);
}

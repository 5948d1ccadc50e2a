package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
     * @param beating writes the heartbeats, and returns the portals that are to be passed again soon; if it throws, none
     *     counts as written
     */
    void whenDue(Duration every, UnaryOperator<Set<PortalId>> beating);

    /** The topic ids of the feeds that are not parked; empty where the broker refused to make it. */
    Map<PortalId, String> open();

    /** The topic id under which a portal's feed was made, empty if it was not. */
    String topicId(PortalId portal);

    /** A feed that could not be made is there now: a person has made it. */
    void isMade(PortalId portal, String topicId);

    /**
     * Has a parked portal read the log again, in every partition that parked it. If its feed was made again, everything is
     * read and sent again in all partitions, once all of them have parked it.
     *
     * @param topicId the feed's id now, null if there is no feed
     * @param isEmpty whether nothing was ever written to that feed
     */
    Return bringBack(PortalId portal, @Nullable String topicId, BooleanSupplier isEmpty);
}

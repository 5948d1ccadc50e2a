package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes each feed once, keeps it alive with heartbeats, and brings parked ones back when a person asks. */
public final class FeedKeeper {
    private static final Logger log = LoggerFactory.getLogger(FeedKeeper.class);

    private final FeedRegister register;
    private final FeedTopics topics;
    private final ParkedFeeds parked;
    private final Duration heartbeatEvery;
    private final Set<PortalId> made = ConcurrentHashMap.newKeySet();

    /**
     * Knows of no feed yet.
     *
     * @param heartbeatEvery a feed that has had none for so long gets one
     */
    public FeedKeeper(FeedRegister register, FeedTopics topics, ParkedFeeds parked, Duration heartbeatEvery) {
        this.register = register;
        this.topics = topics;
        this.parked = parked;
        this.heartbeatEvery = heartbeatEvery;
    }

    /** Makes the feeds of portals that are new, and of those {@code needed}. */
    public void make(Set<PortalId> needed) {
        if (made.containsAll(needed)) return;
        makeNew(needed);
    }

    /** Makes the feeds of portals that are new. */
    public void makeNew() {
        makeNew(Set.of());
    }

    private void makeNew(Set<PortalId> needed) {
        register.makeMissing(needed, topics::make);
        made.addAll(register.made());
    }

    /** Writes the heartbeats that are due; a feed that was replaced or has vanished behind our back is parked instead. */
    public void beat() {
        register.whenDue(heartbeatEvery, portals -> {
            Map<PortalId, String> ids = topics.ids(portals);
            Set<PortalId> alive = new HashSet<>();
            for (PortalId portal : portals) {
                String made = register.topicId(portal);
                String there = ids.get(portal);
                if (made.isEmpty() && there != null) register.isMade(portal, there);
                if (made.equals(there)) alive.add(portal);
                else if (!made.isEmpty()) lost(portal);
            }
            topics.beat(alive);
        });
    }

    private void lost(PortalId portal) {
        log.error("portal {} is parked: the topic that was made for its feed is not there", portal);
        parked.hold(portal);
    }

    /** Has a parked portal read the log again. */
    public Return bringBack(PortalId portal) {
        String id = topics.ids(Set.of(portal)).get(portal);
        return register.bringBack(portal, id, () -> topics.isEmpty(portal));
    }
}

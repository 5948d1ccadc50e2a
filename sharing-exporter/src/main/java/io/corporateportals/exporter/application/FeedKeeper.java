package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.time.Clock;
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

    private static final String WHAT_TO_DO = "see \"A feed cannot be written\" in docs/operations.md";

    private final FeedRegister register;
    private final FeedTopics topics;
    private final ParkedFeeds parked;
    private final Times times;
    private final UnwritableFeeds unwritable;
    private final Set<PortalId> made = ConcurrentHashMap.newKeySet();

    /**
     * How often what is done.
     *
     * @param heartbeatEvery a feed that has had none for so long gets one
     * @param parkAfter a feed that is not there, or refused, for so long is parked
     * @param steady tells how long something lasts
     */
    public record Times(Duration heartbeatEvery, Duration parkAfter, Clock steady) {}

    /** Knows of no feed yet. */
    public FeedKeeper(FeedRegister register, FeedTopics topics, ParkedFeeds parked, Times times) {
        this.register = register;
        this.topics = topics;
        this.parked = parked;
        this.times = times;
        this.unwritable = new UnwritableFeeds(times.parkAfter());
    }

    /**
     * Parks the feeds that were deleted and made anew while nobody looked: another topic than the one that was written is
     * not to be gone on with. One that is missing may yet be there, on a broker that has just started.
     */
    public void parkReplaced() {
        Map<PortalId, String> before = register.open();
        Map<PortalId, String> now = topics.ids(before.keySet());
        before.forEach((portal, id) -> {
            if (id.isEmpty() || now.getOrDefault(portal, id).equals(id)) return;
            log.error("portal {} is parked: its feed was deleted and made anew: {}", portal, WHAT_TO_DO);
            parked.hold(portal);
        });
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

    /**
     * Writes the heartbeats that are due. A feed that was replaced, has vanished behind our back or may not be written is
     * parked instead, once it is so for long enough: a broker that has just started may not know of it yet.
     */
    public void beat() {
        register.whenDue(times.heartbeatEvery(), this::beat);
        for (PortalId portal : unwritable.overdue()) {
            log.error(
                    "portal {} is parked: its feed is not the one that was made, or cannot be written: {}",
                    portal,
                    WHAT_TO_DO);
            parked.hold(portal);
        }
    }

    /** Returns those that got none. */
    private Set<PortalId> beat(Set<PortalId> portals) {
        Map<PortalId, String> ids = topics.ids(portals);
        Set<PortalId> alive = new HashSet<>();
        Set<PortalId> lost = new HashSet<>();
        for (PortalId portal : portals) {
            String made = register.topicId(portal);
            String there = ids.get(portal);
            if (made.isEmpty() && there != null) register.isMade(portal, there);
            if (made.equals(there)) alive.add(portal);
            else if (!made.isEmpty()) lost.add(portal);
        }
        unwritable.failed(lost, times.steady().instant());
        topics.beat(alive).forEach((portal, reason) -> {
            alive.remove(portal);
            lost.add(portal);
            if (reason == FeedTopics.Missed.REFUSED)
                unwritable.failed(Set.of(portal), times.steady().instant());
        });
        unwritable.worked(alive);
        return lost;
    }

    /** Has a parked portal read the log again. */
    public Return bringBack(PortalId portal) {
        String id = topics.ids(Set.of(portal)).get(portal);
        return register.bringBack(portal, id, () -> topics.isEmpty(portal));
    }
}

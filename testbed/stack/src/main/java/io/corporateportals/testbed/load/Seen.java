package io.corporateportals.testbed.load;

import io.corporateportals.testbed.oracle.Content;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a partner who reads every feed holds, and what is wrong by itself: of each entry a bit and a time, of each
 * learner a few, so that millions fit. Takes one record after the other, in the order of their feed.
 */
final class Seen {
    private static final String HEARTBEAT = "_heartbeat";

    private final Told told;
    private final Function<byte[], Content> format;
    private final Map<UUID, Integer> learners = new HashMap<>();
    private final BitSet held = new BitSet();
    private final BitSet present = new BitSet();
    private final Column shownAt = new Column();
    private final Column endedAt = new Column();
    private final Map<String, Integer> ends = new HashMap<>();
    private int wrong;

    /**
     * Nothing so far.
     *
     * @param format reads a record's value
     */
    Seen(Told told, Function<byte[], Content> format) {
        this.told = told;
        this.format = format;
    }

    /**
     * Takes the next record of a feed.
     *
     * @param at when it was sent or came, as {@link Told#millis}
     */
    synchronized void take(String portalId, String key, byte @Nullable [] value, int at) {
        int slash = key.indexOf('/');
        if (slash >= 0) {
            UUID ref = UUID.fromString(key.substring(0, slash));
            takeEntry(portalId, ref, told.withId(UUID.fromString(key.substring(slash + 1))), value != null, at);
        } else if (value != null && !key.equals(HEARTBEAT)) {
            takeLearner(portalId, UUID.fromString(key), format.apply(value), at);
        }
    }

    private void takeEntry(String portalId, UUID ref, int event, boolean value, int at) {
        if (event == Column.NONE || !belongs(portalId, ref, told.learnerOf(event))) {
            wrong++;
        } else if (value) {
            if (held.get(event) || endedAt.has(told.learnerOf(event))) wrong++;
            if (!shownAt.has(event)) shownAt.set(event, at);
            held.set(event);
        } else {
            held.clear(event);
        }
    }

    private void takeLearner(String portalId, UUID ref, Content content, int at) {
        boolean ended = content.name().equals("SharingEnded");
        int learner = ended ? whoEnds(ref, content) : whoIs(portalId, content);
        if (learner == Column.NONE || !belongs(portalId, ref, learner) || endedAt.has(learner)) {
            wrong++;
        } else if (ended) {
            endedAt.set(learner, at);
            present.clear(learner);
            ends.merge(portalId, 1, Integer::sum);
        } else {
            present.set(learner);
        }
    }

    // the feed of somebody who left before it began shows the end alone
    private int whoEnds(UUID ref, Content content) {
        Integer known = learners.get(ref);
        return known != null ? known : told.whoLeftAt(content.number("endedAt"));
    }

    // nobody, if the address is one of later: none but its own domain's may reach the portal
    private int whoIs(String portalId, Content content) {
        String address = content.text("email");
        int learner = Told.learner(address.substring(0, address.indexOf('@')));
        boolean own = told.isOf(learner, portalId) && address.equals(told.address(learner));
        return own ? learner : Column.NONE;
    }

    private boolean belongs(String portalId, UUID ref, int learner) {
        Integer known = learners.putIfAbsent(ref, learner);
        return (known == null || known == learner) && told.isOf(learner, portalId);
    }

    /** How many feeds of a portal's learners have ended. */
    synchronized int ends(String portalId) {
        return Objects.requireNonNullElse(ends.get(portalId), 0);
    }

    /** How many entries are held. */
    synchronized int held() {
        return held.cardinality();
    }

    /** When the entry was first shown; {@link Column#NONE}: never. */
    synchronized int shownAt(int event) {
        return shownAt.get(event);
    }

    /** When the learner's feed ended; {@link Column#NONE}: it has not. */
    synchronized int endedAt(int learner) {
        return endedAt.get(learner);
    }

    /** How many entries, learners and ends are not held that must be. */
    synchronized int missing() {
        int missing = 0;
        for (int event = 0; event < told.events(); event++) if (told.mustStay(event) && !held.get(event)) missing++;
        for (int learner = 0; learner < told.learners(); learner++) {
            if (told.mustEnd(learner)) missing += endedAt.has(learner) ? 0 : 1;
            else if (told.isShared(learner) && !present.get(learner)) missing++;
        }
        return missing;
    }

    /** How many are held that must not be, came twice, late or to others. */
    synchronized int extra() {
        int extra = wrong;
        for (int event = held.nextSetBit(0); event >= 0; event = held.nextSetBit(event + 1))
            if (!told.mustStay(event)) extra++;
        for (int learner = 0; learner < told.learners(); learner++) {
            if (present.get(learner) && (!told.isShared(learner) || told.mustEnd(learner))) extra++;
            if (endedAt.has(learner) && !told.mustEnd(learner)) extra++;
        }
        return extra;
    }
}

package io.corporateportals.testbed.load;

import io.corporateportals.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Everything that the LMS has told: who belongs to whom, and what follows from that. Events have numbers, in the order of
 * the log; an event's id holds its number and its learner's, its time holds its number.
 */
final class Told {
    private static final String ELSEWHERE = "private.example";
    private static final int VERSION_BITS = 16;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 1L << 63;

    private final List<Partner> partners;
    private final Instant begin;
    private final Column learners = new Column();
    private final Column deeds = new Column();
    private final Column partnerOf = new Column();
    private final Column leftBy = new Column();
    private final Column closedBy = new Column();
    private final Column sentAt = new Column();
    private int eventCount;
    private int learnerCount;

    /**
     * Nothing so far.
     *
     * @param begin the time of the first event; each that follows happens a millisecond later
     */
    Told(List<Partner> partners, Instant begin) {
        this.partners = List.copyOf(partners);
        this.begin = begin;
    }

    List<Partner> partners() {
        return partners;
    }

    /** Somebody new, of a partner or ({@link Column#NONE}) of none; returns the learner. */
    synchronized int joins(int partner) {
        int learner = learnerCount++;
        if (partner != Column.NONE) partnerOf.set(learner, partner);
        event(learner);
        return learner;
    }

    /** The learner does something that is shared while the learner belongs to a partner. */
    synchronized void does(int learner) {
        deeds.set(eventCount, 1);
        event(learner);
    }

    /** The learner opts out. */
    synchronized void leaves(int learner) {
        leftBy.set(learner, eventCount);
        event(learner);
    }

    /** The partner's portal is closed. */
    synchronized void closes(int partner) {
        closedBy.set(partner, eventCount);
        eventCount++;
    }

    private void event(int learner) {
        learners.set(eventCount, learner);
        sentAt.set(eventCount, millis(System.currentTimeMillis()));
        eventCount++;
    }

    synchronized int events() {
        return eventCount;
    }

    synchronized int learners() {
        return learnerCount;
    }

    /** The id of the event that was told last. */
    synchronized UUID lastId() {
        int number = eventCount - 1;
        return new UUID(((long) learners.get(number) << VERSION_BITS) | VERSION_4, VARIANT | number);
    }

    /** When the event that was told last happened, as it says. */
    synchronized Instant lastTime() {
        return begin.plusMillis(eventCount - 1L);
    }

    /** The event with that id; {@link Column#NONE}: the LMS has told none. */
    synchronized int withId(UUID id) {
        long number = id.getLeastSignificantBits() & ~VARIANT;
        boolean told = number < eventCount
                && id.getMostSignificantBits() >>> VERSION_BITS == learners.get((int) number)
                && deeds.has((int) number);
        return told ? (int) number : Column.NONE;
    }

    /** Who left with the event of that time; {@link Column#NONE}: nobody did. */
    synchronized int whoLeftAt(long time) {
        int number = (int) (time - begin.toEpochMilli());
        int learner = number < 0 || number >= eventCount ? Column.NONE : learners.get(number);
        return learner != Column.NONE && leftBy.get(learner) == number ? learner : Column.NONE;
    }

    synchronized int learnerOf(int event) {
        return learners.get(event);
    }

    /** The event with which the learner opted out; {@link Column#NONE}: the learner did not. */
    synchronized int leftBy(int learner) {
        return leftBy.get(learner);
    }

    /** When the event was sent, as {@link #millis}. */
    synchronized int sentAt(int event) {
        return sentAt.get(event);
    }

    /** Milliseconds since the beginning; the clock's are too long for a column. */
    int millis(long time) {
        return Math.toIntExact(time - begin.toEpochMilli());
    }

    /** Whether a feed tells of the learner at some time. */
    synchronized boolean isShared(int learner) {
        int partner = partnerOf.get(learner);
        return partner != Column.NONE && partners.get(partner).agreed();
    }

    /** Whether the learner's feed has to end. */
    synchronized boolean mustEnd(int learner) {
        return isShared(learner) && (leftBy.has(learner) || closedBy.has(partnerOf.get(learner)));
    }

    /** Whether in the end a feed must hold the event; those of who left do not stay. */
    synchronized boolean mustStay(int event) {
        int learner = learners.get(event);
        return deeds.has(event) && isShared(learner) && !mustEnd(learner);
    }

    /** Whether the learner belongs to the portal of that id. */
    synchronized boolean isOf(int learner, String portalId) {
        int partner = partnerOf.get(learner);
        return partner != Column.NONE && partners.get(partner).id().equals(portalId);
    }

    String userId(int learner) {
        return "u" + learner;
    }

    /** The address with which the learner registered. */
    synchronized String address(int learner) {
        int partner = partnerOf.get(learner);
        return userId(learner) + "@"
                + (partner == Column.NONE ? ELSEWHERE : partners.get(partner).domain());
    }

    /** The address with which the learner opts out. */
    String privateAddress(int learner) {
        return userId(learner) + "@" + ELSEWHERE;
    }

    /** The learner with that user id. */
    static int learner(String userId) {
        return Integer.parseInt(userId.substring(1));
    }

    int partition(int learner) {
        return Topics.USER_EVENTS.partitionOf(userId(learner).getBytes(StandardCharsets.UTF_8));
    }
}

package io.corporateportals.assigner.model;

import io.corporateportals.assigner.address.Addresses;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What reaches the assigner: an event of the LMS, or a record that nobody can read. */
sealed interface Happening {
    Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    AtomicLong EVENTS = new AtomicLong();

    /** A record about who a learner is. */
    record Identified(IdentityEvent event) implements Happening {}

    /** A record of which only the learner's key can be read. */
    record Garbled(UserId user, Instant at) implements Happening {}

    /** A record about a portal. */
    record AboutPortal(PortalEvent event) implements Happening {}

    /** Gives the thing its id, which it keeps if it happens twice. */
    static EventId newEventId() {
        return new EventId(new UUID(0, EVENTS.incrementAndGet()));
    }

    /** The address as the LMS's record would be read. */
    static EmailAddress address(String text) {
        return Addresses.read(text);
    }

    /** The host that a portal has unless told otherwise. */
    static DomainName hostOf(String portal) {
        return new DomainName(portal + ".university.example");
    }

    static Garbled unreadable(String user) {
        return new Garbled(new UserId(user), MORNING);
    }

    static AboutPortal deleted(String portal) {
        return new AboutPortal(new PortalEvent.Deleted(newEventId(), MORNING, new PortalId(portal)));
    }
}

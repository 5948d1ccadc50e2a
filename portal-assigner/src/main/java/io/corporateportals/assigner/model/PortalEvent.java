package io.corporateportals.assigner.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the LMS tells about a portal. */
public sealed interface PortalEvent {
    /** Names the event. */
    EventId id();

    /** Whose event it is. */
    PortalId portal();

    /** The LMS's time. */
    Instant occurredAt();

    /**
     * A portal's full state: it was created, or is another one.
     *
     * @param after the portal as it is now
     * @param host the host of its URL
     * @param domains the domains it asks for, in the record's order
     */
    record Upserted(EventId id, Instant occurredAt, Portal after, Written host, List<Written> domains)
            implements PortalEvent {
        public Upserted {
            domains = List.copyOf(domains);
        }

        @Override
        public PortalId portal() {
            return after.id();
        }
    }

    /** The portal is gone. */
    record Deleted(EventId id, Instant occurredAt, PortalId portal) implements PortalEvent {}

    /**
     * A domain or a host in a portal's record.
     *
     * @param asWritten as the LMS wrote it
     * @param domain its normal form; null where it has none
     */
    record Written(String asWritten, @Nullable DomainName domain) {}
}

package io.corporateportals.exporter.model;

import java.util.Set;

/** Whose feeds a reader serves. */
public sealed interface Scope {
    boolean includes(PortalId portal);

    /** Everybody's, but for the parked ones. */
    record AllBut(Set<PortalId> parked) implements Scope {
        public AllBut {
            parked = Set.copyOf(parked);
        }

        @Override
        public boolean includes(PortalId portal) {
            return !parked.contains(portal);
        }
    }

    /** One portal's, which comes back and reads the log again. */
    record Only(PortalId portal) implements Scope {
        @Override
        public boolean includes(PortalId other) {
            return portal.equals(other);
        }
    }
}

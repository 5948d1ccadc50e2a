package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.util.Set;

/** A transaction failed because of these portals' feeds: missing, forbidden, or without a leader. Nothing was published. */
public final class FeedsUnwritable extends RuntimeException {
    private final transient Set<PortalId> portals;

    public FeedsUnwritable(Set<PortalId> portals) {
        super("feeds that cannot be written: " + portals);
        this.portals = Set.copyOf(portals);
    }

    Set<PortalId> portals() {
        return portals;
    }
}

package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;

/** Portals whose feeds cannot be written, or that would hold up all others. */
public interface ParkedFeeds {
    /** From now on nobody writes to the portal's feed: each partition parks it where it stands. */
    void hold(PortalId portal);

    /** Parks the portal in one partition, unless it is parked there, or nobody holds it any more. */
    void park(Ownership owner, PortalId portal, Position from);

    /**
     * Parks the portal in one partition and has it return at once: it goes on beside the others, which need not wait for it.
     * Nothing happens to one that is parked there, or that somebody holds.
     */
    void setAside(Ownership owner, PortalId portal, Position from);

    /**
     * Notes that the partition has stopped a portal's return, and where it goes on when the portal is brought back.
     *
     * @return whether it is to stop at all: it has been brought back already if not, and goes on
     */
    boolean stop(Ownership owner, Parked stopped);

    /** The portal has read up to where the partition stands: if this is still its parking, it is as all others. */
    void unpark(Ownership owner, CatchUp returned);
}

package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;

/** Portals whose feeds cannot be written. */
public interface ParkedFeeds {
    /** From now on nobody writes to the portal's feed: each partition parks it where it stands. */
    void hold(PortalId portal);

    /** Parks the portal in one partition, unless it is parked there, or nobody holds it any more. */
    void park(Ownership owner, PortalId portal, Position from);

    /** The portal has read up to where the partition stands: it is served as all others. */
    void unpark(Ownership owner, PortalId portal);
}

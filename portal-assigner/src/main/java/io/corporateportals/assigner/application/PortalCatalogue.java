package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.Heard;
import io.corporateportals.assigner.model.Portal;
import io.corporateportals.assigner.model.PortalChange;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.Portals;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The portals, their claims, and how far their log has been applied. */
public interface PortalCatalogue {
    /** The portals as they are now. Ask after the lock is taken: what is asked before may be outdated by then. */
    Portals now();

    /**
     * Locks the portals' log until the transaction ends.
     *
     * @return the first record that is not applied
     */
    long lockProgress();

    /** The first record of the portals' log that is not applied, not locked. */
    long progress();

    /** Moves the locked log on. */
    void advance(long nextOffset);

    /**
     * Notes an event as applied.
     *
     * @return false where it was applied before
     */
    boolean firstTime(EventId event);

    /** Every portal that ever was. */
    Map<PortalId, Portal> portals();

    /** Every claim still held. */
    List<Claim> claims();

    /** Whose each host is, for ever. */
    Map<DomainName, PortalId> hosts();

    /** Where the record stood first that told of a portal last; {@link Heard#NOWHERE} if none did. */
    long saidAt(PortalId portal);

    /** Stores what an event changed, and where it was told. */
    void store(PortalChange change, long saidAt);

    /** Stores the answers to all claims anew. */
    void storeClaims(Collection<Claim> claims);
}

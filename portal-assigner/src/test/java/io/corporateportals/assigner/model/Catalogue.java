package io.corporateportals.assigner.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portals and what is theirs, in memory: what the application's catalogue stores. */
final class Catalogue {
    private final Map<PortalId, Portal> portals = new HashMap<>();
    private final Map<DomainName, PortalId> hosts = new HashMap<>();
    private List<Claim> claims = List.of();
    private long nextOffset;

    @Nullable
    PortalChange apply(PortalEvent event) {
        PortalChange change = PortalChange.of(event, nextOffset++, portals, claims, hosts, PolicyFixture.RULES);
        if (change == null) return null;
        portals.put(change.portal().id(), change.portal());
        if (change.newHost() != null)
            hosts.put(change.newHost(), change.portal().id());
        claims = change.claims();
        return change;
    }

    Portals now() {
        return now(hosts);
    }

    /** The portals as they are, but with these hosts. */
    Portals now(Map<DomainName, PortalId> hosts) {
        Map<DomainName, PortalId> inForce = new HashMap<>();
        for (Claim claim : claims)
            if (claim.domain() != null && claim.isInForce()) inForce.put(claim.domain(), claim.portal());
        return new Portals(portals, inForce, hosts);
    }

    Map<DomainName, PortalId> hosts() {
        return hosts;
    }
}

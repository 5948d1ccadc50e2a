package io.corporateportals.assigner.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All portals at one moment: who they are, and which domains and hosts are theirs. */
public final class Portals {
    private final Map<PortalId, Portal> portals;
    private final Map<DomainName, PortalId> domains;
    private final Map<DomainName, PortalId> hosts;

    /**
     * Takes the portals as they are.
     *
     * @param domains each domain in force and the portal that holds it
     * @param hosts each host that a portal has or had, and that portal
     */
    public Portals(Map<PortalId, Portal> portals, Map<DomainName, PortalId> domains, Map<DomainName, PortalId> hosts) {
        this.portals = Map.copyOf(portals);
        this.domains = Map.copyOf(domains);
        this.hosts = Map.copyOf(hosts);
    }

    /** The portal that has, or had, this host: the registration stays bound to it when its host is another one later. */
    @Nullable
    Portal registeredAt(@Nullable DomainName host) {
        PortalId owner = host == null ? null : hosts.get(host);
        return owner == null ? null : portals.get(owner);
    }

    /** The portal, active or not, in whose domains an address of this domain lies: the longest match. */
    @Nullable
    Portal claiming(@Nullable DomainName domain) {
        if (domain == null) return null;
        Portal holder = holder(domain);
        if (holder != null) return holder;
        for (DomainName parent = domain.parent(); parent != null; parent = parent.parent()) {
            Portal above = holder(parent);
            if (above != null && above.includeSubdomains()) return above;
        }
        return null;
    }

    private @Nullable Portal holder(DomainName domain) {
        PortalId holder = domains.get(domain);
        return holder == null ? null : portals.get(holder);
    }
}

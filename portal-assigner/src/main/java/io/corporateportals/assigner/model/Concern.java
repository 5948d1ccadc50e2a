package io.corporateportals.assigner.model;

import java.util.Set;

/**
 * Which learners a change can concern: the portal's members, and whoever has an address in one of the domains or
 * registered at one of the hosts.
 *
 * @param domains an address exactly in one of these is concerned
 * @param domainsAbove an address anywhere below one of these is concerned
 */
public record Concern(PortalId portal, Set<DomainName> domains, Set<DomainName> domainsAbove, Set<DomainName> hosts) {
    public Concern {
        domains = Set.copyOf(domains);
        domainsAbove = Set.copyOf(domainsAbove);
        hosts = Set.copyOf(hosts);
    }
}

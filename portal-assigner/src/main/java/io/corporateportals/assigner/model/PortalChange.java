package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.Portal.State;
import io.corporateportals.assigner.model.PortalEvent.Upserted;
import io.corporateportals.assigner.model.PortalEvent.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a portal's event changes: the portal itself, who holds which domain, who has which host, and whose learners are
 * to be decided again.
 *
 * @param portal the portal as it is now
 * @param newHost a host that the portal now has for ever; null: none that it did not have before
 * @param refusedHost a host that is another portal's, or none at all, as written; null: the portal has what it asked for
 * @param claims all claims of all portals, each with its answer
 * @param concerns for the portal, and each other one whose domains in force are other ones now, who is concerned
 */
public record PortalChange(
        Portal portal,
        @Nullable DomainName newHost,
        @Nullable String refusedHost,
        List<Claim> claims,
        List<Concern> concerns) {

    /** Who can have a say in what a claim gets. */
    public record Rules(Predicate<DomainName> publicSuffix, Predicate<DomainName> privateMailProvider) {}

    /**
     * Decides what an event changes.
     *
     * @param offset where the event stands in the portals' topic: claims are ordered by it
     * @param portals all portals before the event
     * @param claims all claims before the event
     * @param hosts whose each host is
     * @return null where the event deletes a portal that never was
     */
    public static @Nullable PortalChange of(
            PortalEvent event,
            long offset,
            Map<PortalId, Portal> portals,
            Collection<Claim> claims,
            Map<DomainName, PortalId> hosts,
            Rules rules) {
        Portal before = portals.get(event.portal());
        Portal after = after(event, before);
        if (after == null) return null;

        List<Claim> asked = new ArrayList<>();
        for (Claim claim : claims) if (!claim.portal().equals(after.id())) asked.add(claim);
        if (event instanceof Upserted upserted) asked.addAll(claimsOf(upserted, offset, claims));
        List<Claim> ruled = Claims.rule(asked, rules.publicSuffix(), rules.privateMailProvider());

        Written host = event instanceof Upserted upserted ? upserted.host() : null;
        PortalId owner = host == null || host.domain() == null ? null : hosts.getOrDefault(host.domain(), after.id());
        DomainName newHost = owner == null || host == null || hosts.containsKey(host.domain()) ? null : host.domain();
        String refusedHost = host == null || after.id().equals(owner) ? null : host.asWritten();
        Set<DomainName> ownHosts = ownHosts(after.id(), hosts, newHost);
        return new PortalChange(
                after, newHost, refusedHost, ruled, concerns(before, after, claims, ruled, portals, ownHosts));
    }

    private static @Nullable Portal after(PortalEvent event, @Nullable Portal before) {
        if (event instanceof Upserted upserted) return upserted.after();
        if (before == null) return null;
        return new Portal(
                before.id(),
                State.DELETED,
                before.includeSubdomains(),
                before.country(),
                before.agreementAcceptedAt(),
                before.transferSafeguard());
    }

    // A claim that the portal made before and still makes keeps its place in the line.
    private static List<Claim> claimsOf(Upserted event, long offset, Collection<Claim> before) {
        Map<String, Claim> asked = new TreeMap<>();
        for (Written written : event.domains()) {
            long since = before.stream()
                    .filter(claim -> claim.portal().equals(event.portal()) && isSame(claim, written))
                    .mapToLong(Claim::since)
                    .findFirst()
                    .orElse(offset);
            String key = written.domain() == null
                    ? written.asWritten()
                    : written.domain().value();
            asked.putIfAbsent(key, new Claim(event.portal(), written.asWritten(), written.domain(), since, null));
        }
        return List.copyOf(asked.values());
    }

    private static boolean isSame(Claim claim, Written written) {
        return claim.domain() != null && claim.domain().equals(written.domain());
    }

    private static Set<DomainName> ownHosts(
            PortalId portal, Map<DomainName, PortalId> hosts, @Nullable DomainName newHost) {
        Set<DomainName> own = hosts.entrySet().stream()
                .filter(host -> host.getValue().equals(portal))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        if (newHost != null) own.add(newHost);
        return own;
    }

    private static List<Concern> concerns(
            @Nullable Portal before,
            Portal after,
            Collection<Claim> claimsBefore,
            Collection<Claim> claimsAfter,
            Map<PortalId, Portal> portals,
            Set<DomainName> ownHosts) {
        List<Concern> concerns = new ArrayList<>();
        Set<DomainName> own = union(domains(claimsBefore, after.id(), false), domains(claimsAfter, after.id(), false));
        boolean above = after.includeSubdomains() || (before != null && before.includeSubdomains());
        concerns.add(new Concern(after.id(), own, above ? own : Set.of(), ownHosts));
        for (Portal other : portals.values()) {
            if (other.id().equals(after.id())) continue;
            Set<DomainName> changed =
                    difference(domains(claimsBefore, other.id(), true), domains(claimsAfter, other.id(), true));
            if (!changed.isEmpty())
                concerns.add(
                        new Concern(other.id(), changed, other.includeSubdomains() ? changed : Set.of(), Set.of()));
        }
        return concerns;
    }

    private static Set<DomainName> domains(Collection<Claim> claims, PortalId portal, boolean inForce) {
        return claims.stream()
                .filter(claim -> claim.portal().equals(portal) && (claim.isInForce() || !inForce))
                .flatMap(claim -> Stream.ofNullable(claim.domain()))
                .collect(Collectors.toSet());
    }

    private static Set<DomainName> union(Set<DomainName> one, Set<DomainName> other) {
        Set<DomainName> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    // in one of the two and not in both
    private static Set<DomainName> difference(Set<DomainName> one, Set<DomainName> other) {
        Set<DomainName> all = union(one, other);
        all.removeIf(domain -> one.contains(domain) && other.contains(domain));
        return all;
    }
}

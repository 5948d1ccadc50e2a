package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The portals as the log leaves them: who has which domain and which host, and what may be shared with whom. */
final class PortalBook {
    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> ADEQUATE =
            Set.of("AD", "AR", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY");

    private final Map<String, Portal> portals = new LinkedHashMap<>();
    private final Map<String, String> hosts = new HashMap<>();
    private final Map<String, List<String>> claims = new HashMap<>();
    private final Map<String, Set<String>> everClaimed = new HashMap<>();
    private final Set<String> applied = new HashSet<>();

    /** A portal in the end. */
    record Portal(String id, boolean active, boolean subdomains, String country, boolean agreed, boolean safeguarded) {
        boolean shares() {
            return agreed && (EEA.contains(country) || ADEQUATE.contains(country) || safeguarded);
        }
    }

    static PortalBook of(List<Logged> events) {
        PortalBook book = new PortalBook();
        for (Logged event : events) if (event.content() != null) book.read(event.key(), event.content());
        return book;
    }

    private void read(String id, Content event) {
        if (!applied.add(event.text("eventId"))) return;
        if (event.name().equals("PortalDeleted")) {
            Portal gone = portals.get(id);
            if (gone == null) return;
            portals.put(id, new Portal(id, false, false, gone.country(), gone.agreed(), gone.safeguarded()));
            claims.values().forEach(claimants -> claimants.remove(id));
            return;
        }
        portals.put(
                id,
                new Portal(
                        id,
                        !event.flag("suspended"),
                        event.flag("includeSubdomains"),
                        event.text("country"),
                        event.numberOrNull("agreementAcceptedAt") != null,
                        event.textOrNull("transferSafeguard") != null));
        String host = Domains.normal(event.text("host"));
        if (host != null) hosts.putIfAbsent(host, id);
        claim(id, event.texts("emailDomains"));
    }

    // Who claims a domain for longest has it; who lets it go stands in line again.
    private void claim(String id, List<String> domains) {
        Set<String> wanted = new HashSet<>();
        for (String domain : domains) {
            String normal = Domains.normal(domain);
            if (normal != null && !Domains.isMailProviders(normal)) wanted.add(normal);
        }
        claims.forEach((domain, claimants) -> {
            if (!wanted.contains(domain)) claimants.remove(id);
        });
        for (String domain : wanted) {
            List<String> claimants = claims.computeIfAbsent(domain, name -> new ArrayList<>());
            if (!claimants.contains(id)) claimants.add(id);
        }
        everClaimed.computeIfAbsent(id, name -> new HashSet<>()).addAll(wanted);
    }

    Set<String> ids() {
        return portals.keySet();
    }

    @Nullable
    Portal portal(String id) {
        return portals.get(id);
    }

    /** The portal, active or not, that has, or had, the host. */
    @Nullable
    Portal ofHost(@Nullable String host) {
        String id = host == null ? null : hosts.get(host);
        return id == null ? null : portals.get(id);
    }

    /** The portal, active or not, in whose domain an address lies: the longest match. */
    @Nullable
    Portal ofDomain(@Nullable String domain) {
        String part = domain;
        while (part != null) {
            List<String> claimants = claims.getOrDefault(part, List.of());
            Portal holder = claimants.isEmpty() ? null : portals.get(claimants.get(0));
            if (holder != null && (part.equals(domain) || holder.subdomains())) return holder;
            int dot = part.indexOf('.');
            part = dot < 0 ? null : part.substring(dot + 1);
        }
        return null;
    }

    /** Whether the portal ever asked for the domain, or for one above it. */
    boolean everClaimed(String portal, String domain) {
        return everClaimed.getOrDefault(portal, Set.of()).stream()
                .anyMatch(claimed -> domain.equals(claimed) || domain.endsWith("." + claimed));
    }
}

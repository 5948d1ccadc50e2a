package io.corporateportals.testbed.simulation.script;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The portals after some of their records, put together without a line of the product's. Changes as it reads. */
final class Book {
    static final String PRIVATE_PROVIDER = "gmail.example";

    private final Map<String, PortalRecord> portals = new TreeMap<>();
    private final Map<String, String> hosts = new HashMap<>();
    /** Since when which portal has asked for which domain. */
    private final Map<String, Map<String, Integer>> asked = new TreeMap<>();

    private int records;

    /** Where somebody belongs. */
    record Place(String portal, boolean byUrl, boolean shared) {}

    void reads(PortalRecord record) {
        int at = records++;
        if (record.deleted() && !portals.containsKey(record.portal())) return;
        portals.put(record.portal(), record);
        Map<String, Integer> before = asked.getOrDefault(record.portal(), Map.of());
        Map<String, Integer> now = new TreeMap<>();
        if (!record.deleted()) {
            for (String domain : record.domains()) now.put(domain, before.getOrDefault(domain, at));
            hosts.putIfAbsent(PortalRecord.hostOf(record.portal()), record.portal());
        }
        asked.put(record.portal(), now);
    }

    Book copy() {
        Book copy = new Book();
        copy.portals.putAll(portals);
        copy.hosts.putAll(hosts);
        copy.asked.putAll(asked);
        copy.records = records;
        return copy;
    }

    /** The table of README.md, the first row that fits. */
    @Nullable
    Place placeOf(Person person) {
        if (!person.canBelong()) return null;
        String domain = person.domain();
        String ofUrl = person.host == null ? null : hosts.get(person.host);
        String ofDomain = ofDomain(domain);
        boolean stays = domain.equals(person.firstDomain) && !domain.equals(PRIVATE_PROVIDER);
        if (ofUrl != null && isActive(ofUrl) && stays && (ofDomain == null || ofDomain.equals(ofUrl)))
            return new Place(ofUrl, true, isAgreed(ofUrl));
        return ofDomain != null && isActive(ofDomain) ? new Place(ofDomain, false, isAgreed(ofDomain)) : null;
    }

    private @Nullable String ofDomain(String domain) {
        String holder = holder(domain);
        if (holder != null) return holder;
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            String above = holder(domain.substring(dot + 1));
            PortalRecord portal = above == null ? null : portals.get(above);
            if (portal != null && portal.includeSubdomains()) return above;
        }
        return null;
    }

    private @Nullable String holder(String domain) {
        String holder = null;
        int earliest = Integer.MAX_VALUE;
        for (Map.Entry<String, Map<String, Integer>> one : asked.entrySet()) {
            int since = one.getValue().getOrDefault(domain, Integer.MAX_VALUE);
            if (since < earliest) {
                earliest = since;
                holder = one.getKey();
            }
        }
        return holder;
    }

    private boolean isActive(String portal) {
        PortalRecord record = portals.get(portal);
        return record != null && !record.deleted() && !record.suspended();
    }

    private boolean isAgreed(String portal) {
        PortalRecord record = portals.get(portal);
        return record != null && record.agreed();
    }
}

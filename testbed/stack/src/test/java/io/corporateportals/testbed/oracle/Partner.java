package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy of a feed, into which faults can be planted. */
final class Partner {
    private final String portalId;
    private final List<Logged> records = new ArrayList<>();

    Partner(String portalId) {
        this.portalId = portalId;
    }

    /** A feed that holds what it must, and a heartbeat. */
    static Partner of(Oracle oracle, String portalId) {
        Partner partner = new Partner(portalId);
        partner.heartbeat(Map.of("portalId", portalId, "writtenAt", 1L));
        oracle.feeds().getOrDefault(portalId, Map.of()).forEach(partner::sees);
        return partner;
    }

    void heartbeat(Map<String, @Nullable Object> fields) {
        sees("_heartbeat", new Content("io.corporateportals.feed.FeedHeartbeat", fields));
    }

    void sees(String key, @Nullable Content content) {
        records.add(new Logged(0, records.size(), 0, key, content));
    }

    /** Sees a record like one that is there, with another value of a field. */
    void seesChanged(String key, String field, Object value) {
        Content before = live().getOrDefault(key, new Content("", Map.of()));
        Map<String, @Nullable Object> fields = new HashMap<>(before.fields());
        fields.put(field, value);
        sees(key, new Content(before.type(), fields));
    }

    Map<String, Content> live() {
        return feed().live();
    }

    Feed feed() {
        return new Feed(portalId, records, records);
    }

    /** The feed of a partner to whom the last records are not committed. */
    Feed feedWithoutTheLast(int aborted) {
        return new Feed(portalId, records.subList(0, records.size() - aborted), records);
    }
}

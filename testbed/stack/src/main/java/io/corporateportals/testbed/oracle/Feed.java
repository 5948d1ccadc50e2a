package io.corporateportals.testbed.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A feed as a partner reads it.
 *
 * @param portalId the portal that the topic's name names
 * @param committed the records that a {@code read_committed} reader sees, in order
 * @param everything those that a {@code read_uncommitted} reader sees
 */
public record Feed(String portalId, List<Logged> committed, List<Logged> everything) {
    /** The live records by their keys, as after compaction. */
    public Map<String, Content> live() {
        Map<String, Content> live = new LinkedHashMap<>();
        for (Logged record : committed) {
            live.remove(record.key());
            if (record.content() != null) live.put(record.key(), record.content());
        }
        return live;
    }
}

package io.corporateportals.exporter.model;

import java.util.Map;
import java.util.TreeMap;

/** Which version of the policy is in force at which position of a partition: a recorded decision, not a clock's. */
public final class PolicyVersions {
    private final TreeMap<Long, String> byFirstOffset;

    /** Takes the versions by the offset from which each is in force. */
    public PolicyVersions(Map<Long, String> byFirstOffset) {
        this.byFirstOffset = new TreeMap<>(byFirstOffset);
    }

    /** The version in force at an offset; a decision is never made where none is. */
    public String at(long offset) {
        Map.Entry<Long, String> inForce = byFirstOffset.floorEntry(offset);
        if (inForce == null) throw new IllegalStateException("no policy is in force at offset " + offset);
        return inForce.getValue();
    }
}

package io.corporateportals.testbed.simulation.script;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A record that the LMS appends to {@code lms.portal-events}.
 *
 * @param deleted whether the portal is gone; the rest then says nothing
 */
public record PortalRecord(
        UUID id,
        Instant occurredAt,
        String portal,
        boolean deleted,
        List<String> domains,
        boolean includeSubdomains,
        boolean agreed,
        boolean suspended) {
    /** The host of a portal's URL; it stays the same. */
    public static String hostOf(String portal) {
        return portal + ".university.example";
    }

    @Override
    public String toString() {
        if (deleted) return portal + " deleted";
        return portal + " with " + domains + (includeSubdomains ? " and below" : "") + (agreed ? "" : ", not agreed")
                + (suspended ? ", suspended" : "");
    }
}

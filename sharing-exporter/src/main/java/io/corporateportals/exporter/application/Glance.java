package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether there is anything to do for a partition; what is done is decided in a snapshot of its own.
 *
 * @param nextOffset the first record that the assigner has not decided
 * @param sequence the number of the partition's last change
 * @param held the portals whose feeds nobody may write
 * @param parked those that this partition has parked
 */
public record Glance(long nextOffset, long sequence, Set<PortalId> held, List<Parked> parked) {
    /** The portals that this partition has parked. */
    Set<PortalId> parkedPortals() {
        return parked.stream().map(Parked::portal).collect(Collectors.toSet());
    }

    /** Those of them that nothing is written for. */
    Set<PortalId> silent() {
        return parked.stream()
                .filter(one -> one.state() != Parked.State.RETURNING)
                .map(Parked::portal)
                .collect(Collectors.toSet());
    }
}

package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Goes by assignments that were read before the progress. */
final class EarlyAssignments extends Conduct {
    private final Map<Object, Map<UserId, OpenAssignment>> early = new HashMap<>();

    @Override
    public void polls(Object exporter, Supplier<Early> now, long logEnd) {
        early.put(exporter, now.get().open());
    }

    @Override
    public Snapshot sees(Object exporter, Snapshot snapshot) {
        return Views.with(snapshot, early.getOrDefault(exporter, Map.of()), snapshot.changes(), snapshot.listed());
    }
}

package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import java.util.HashMap;
import java.util.Map;

/** Shares what stands in the log before an assignment. */
final class NoStart extends Conduct {
    @Override
    public Snapshot sees(Object exporter, Snapshot snapshot) {
        Map<UserId, OpenAssignment> open = new HashMap<>();
        snapshot.open()
                .forEach((user, one) -> open.put(
                        user,
                        new OpenAssignment(
                                one.ref(), user, one.portal(), 0, one.startedAt(), one.name(), one.email())));
        return Views.with(snapshot, open, snapshot.changes(), snapshot.listed());
    }
}

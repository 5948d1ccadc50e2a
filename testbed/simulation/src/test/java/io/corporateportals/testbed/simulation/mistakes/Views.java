package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.Change;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import java.util.List;
import java.util.Map;

/** Snapshots as a wrong product sees them. */
final class Views {
    private Views() {}

    static Snapshot with(
            Snapshot snapshot,
            Map<UserId, OpenAssignment> open,
            List<Change> changes,
            Map<Disclosure.Key, Disclosure.Source> listed) {
        return new Snapshot(
                snapshot.nextOffset(),
                snapshot.sequence(),
                changes,
                snapshot.moreChanges(),
                open,
                listed,
                snapshot.retractable(),
                snapshot.policies());
    }
}

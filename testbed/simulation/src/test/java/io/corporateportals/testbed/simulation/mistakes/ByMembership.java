package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.Change;
import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Takes nothing back from a portal that the learner belongs to again. */
final class ByMembership extends Conduct {
    @Override
    public Snapshot sees(Object exporter, Snapshot snapshot) {
        List<Change> changes = new ArrayList<>(snapshot.changes());
        changes.removeIf(change -> change.kind() == Change.Kind.ENDED && isMember(snapshot, change));
        return Views.with(snapshot, snapshot.open(), changes, snapshot.listed());
    }

    private boolean isMember(Snapshot snapshot, Change change) {
        OpenAssignment now = snapshot.open().get(change.user());
        return now != null && now.portal().equals(change.portal());
    }
}

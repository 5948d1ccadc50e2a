package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.Change;
import io.corporateportals.exporter.model.OpenAssignment;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.Snapshot;
import io.corporateportals.exporter.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells who the learner is now for each change, also of assignments that are over. */
final class LateProfiles extends Conduct {
    @Override
    public Plan plans(Plan plan, Snapshot snapshot, Map<UserId, Profile> profiles) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (Change change : snapshot.changes()) {
            OpenAssignment now = snapshot.open().get(change.user());
            boolean isOpen = now != null && now.ref().equals(change.ref());
            Profile profile = profiles.get(change.user());
            boolean isTold = change.shared() && change.kind() != Change.Kind.ENDED;
            if (isTold && !isOpen && profile != null)
                outgoing.add(new Outgoing.Learner(
                        change.portal(), change.ref(), "1", profile.name(), profile.email(), Instant.EPOCH));
        }
        outgoing.addAll(plan.outgoing());
        return new Plan(plan.disclosures(), outgoing, plan.position(), plan.dropped(), plan.complete());
    }
}

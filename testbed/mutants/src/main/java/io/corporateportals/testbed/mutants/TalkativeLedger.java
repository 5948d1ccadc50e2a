package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Listed;
import io.corporateportals.exporter.application.Look;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Plan;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before it tells that an assignment has ended, it tells who the learner is: by now, with another portal. */
record TalkativeLedger(Ledger honest, JdbcClient jdbc) implements HonestLedger {
    @Override
    public Listed list(Ownership owner, Look look) {
        Listed listed = honest.list(owner, look);
        Plan plan = listed.plan();
        List<Outgoing> outgoing = new ArrayList<>();
        Set<LearnerRef> told = new HashSet<>();
        for (Outgoing one : plan.outgoing()) {
            if (one instanceof Outgoing.Ended ended && told.add(ended.ref())) outgoing.addAll(learner(ended));
            outgoing.add(one);
        }
        return new Listed(
                new Plan(plan.disclosures(), outgoing, plan.position(), plan.dropped(), plan.complete()),
                listed.owner());
    }

    // only where the learner was not told of before: the change that began it and the one that ended it are in one look
    private List<Outgoing> learner(Outgoing.Ended ended) {
        return jdbc.sql("""
                        select now.name, now.email, started.occurred_at
                        from published.assignment_changes started
                        join published.open_shared_assignments now using (user_id)
                        where started.assignment_id = ? and started.kind = 'STARTED'
                          and not exists (select from exporter.disclosure d where d.learner_ref = started.assignment_id)""")
                .params(ended.ref().value())
                .query((row, n) -> (Outgoing) new Outgoing.Learner(
                        ended.portal(),
                        ended.ref(),
                        ended.policyVersion(),
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }
}

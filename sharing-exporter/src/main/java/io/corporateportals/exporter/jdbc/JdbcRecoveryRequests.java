package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.Doubt;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.RecoveryRequests;
import io.corporateportals.exporter.model.LearnerRef;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests in PostgreSQL, where {@code bin/recover} finds and allows them. */
public final class JdbcRecoveryRequests implements RecoveryRequests {
    private final JdbcClient jdbc;
    private final DecidedAssignments decided;

    public JdbcRecoveryRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.decided = new DecidedAssignments(jdbc);
    }

    @Override
    public State state(Ownership owner, Doubt doubt) {
        return jdbc.sql("""
                        select allowed_at is not null from exporter.recovery
                        where partition = ? and reason = ? and evidence = ?""")
                .params(owner.partition(), doubt.reason().name(), doubt.evidence())
                .query(Boolean.class)
                .optional()
                .map(allowed -> allowed ? State.ALLOWED : State.ASKED)
                .orElse(State.NOT_ASKED);
    }

    @Override
    public boolean isNew(Ownership owner, Published published) {
        return published.learners().isEmpty()
                && jdbc.sql("select not exists (select from exporter.disclosure where partition = ?)")
                        .params(owner.partition())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public void ask(Ownership owner, Doubt doubt, Published published) {
        Map<LearnerRef, DecidedAssignments.One> known = decided.among(published);
        long undecided = published.learners().stream()
                .filter(learner -> learner.visible() && !known.containsKey(learner.ref()))
                .count();
        jdbc.sql("""
                        insert into exporter.recovery (partition, reason, evidence, on_feeds, undecided)
                        values (?, ?, ?, ?, ?)
                        on conflict (partition) do update set reason = excluded.reason, evidence = excluded.evidence,
                          on_feeds = excluded.on_feeds, undecided = excluded.undecided,
                          asked_at = excluded.asked_at,
                          allowed_at = case when (recovery.reason, recovery.evidence) = (excluded.reason, excluded.evidence)
                            then recovery.allowed_at end""")
                .params(
                        owner.partition(),
                        doubt.reason().name(),
                        doubt.evidence(),
                        published.learners().stream()
                                .filter(Published.OfLearner::visible)
                                .count(),
                        undecided)
                .update();
    }

    @Override
    public void settle(Ownership owner) {
        jdbc.sql("delete from exporter.recovery where partition = ?")
                .params(owner.partition())
                .update();
    }
}

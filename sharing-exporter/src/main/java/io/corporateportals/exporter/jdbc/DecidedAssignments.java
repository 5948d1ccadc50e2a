package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.model.LearnerRef;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which assignments on the feeds PostgreSQL knows. */
final class DecidedAssignments {
    private final JdbcClient jdbc;

    DecidedAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An assignment that was decided. */
    record One(int partition, boolean open) {}

    /** Those that are known; the others were lost. */
    Map<LearnerRef, One> among(Published published) {
        Map<LearnerRef, One> known = new HashMap<>();
        jdbc.sql("""
                        select assignment_id, min(partition), bool_or(kind = 'ENDED') from published.assignment_changes
                        where assignment_id = any (?::uuid[]) group by assignment_id""")
                .params((Object) Sql.array(published.learners(), Published.OfLearner::ref))
                .query(row -> {
                    LearnerRef ref = new LearnerRef(row.getObject(1, UUID.class));
                    known.put(ref, new One(row.getInt(2), !row.getBoolean(3)));
                });
        return known;
    }
}

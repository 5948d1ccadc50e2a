package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.ForgottenEnds;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** As the exporter's recovery has noted them, in its schema. */
@Repository
class JdbcForgottenEnds implements ForgottenEnds {
    private final JdbcClient jdbc;

    JdbcForgottenEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable ForgottenEnd next() {
        return isThere()
                ? jdbc.sql("""
                        select a.partition, a.user_id, a.assignment_id
                        from exporter.ended_for_partner e
                          join assignment a on a.assignment_id = e.learner_ref and a.ended_offset is null
                          join log_progress p on p.partition = a.partition and p.next_offset >= e.exported
                        limit 1""")
                        .query((row, number) -> new ForgottenEnd(
                                row.getInt("partition"),
                                new UserId(row.getString("user_id")),
                                new AssignmentId(row.getObject("assignment_id", UUID.class))))
                        .optional()
                        .orElse(null)
                : null;
    }

    // the exporter may never have started
    private boolean isThere() {
        return jdbc.sql("select to_regclass('exporter.ended_for_partner') is not null")
                .query(Boolean.class)
                .single();
    }
}

package io.corporateportals.assigner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules that the database keeps, whatever the code does, and what the exporter may read. */
@ExtendWith(PartsExtension.class)
class StoreIT {
    private static RunningAssigner assigner;
    private static JdbcClient store;

    @BeforeAll
    static void start(Parts parts) {
        assigner = new RunningAssigner(parts).start();
        store = assigner.store();
        assigner.stop();
        for (String portal : List.of("acme", "other"))
            store.sql("insert into portal values (:portal, 'ACTIVE', false, 'DE', now(), false, null, 0)")
                    .param("portal", portal)
                    .update();
        store.sql("insert into learner values ('anna', 0, false, 'Anna', 'anna@acme.example', 'acme.example',"
                        + " true, true, 'acme.example', null, false, true, null)")
                .update();
        store.sql(
                        "insert into assignment values (gen_random_uuid(), 'anna', 0, 'acme', 'EMAIL_DOMAIN', true, 5, now(), null)")
                .update();
        store.sql(
                        "insert into domain_claim (portal_id, as_written, domain, since) values ('acme', 'a', 'a.example', 1)")
                .update();
        store.sql("insert into portal_host values ('a.university.example', 'acme')")
                .update();
    }

    @AfterAll
    static void stop() {
        assigner.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a second open assignment of a learner
                "insert into assignment values (gen_random_uuid(), 'anna', 0, 'other', 'EMAIL_DOMAIN', true, 6, now(), null)",
                // a second holder of a domain
                "insert into domain_claim (portal_id, as_written, domain, since) values ('other', 'a', 'a.example', 2)",
                // a second portal at a host
                "insert into portal_host values ('a.university.example', 'other')",
                // a gap in the sequence
                "insert into assignment_change (partition, sequence, kind, assignment_id, log_offset, occurred_at)"
                        + " select 0, 2, 'STARTED', assignment_id, 5, now() from assignment",
                // a terminated account with a name
                "update learner set terminated = true",
                // an end before the start
                "update assignment set ended_offset = 4",
                // a claim that is in force and no domain
                "insert into domain_claim (portal_id, as_written, domain, since) values ('other', 'x', null, 2)"
            })
    void refuses(String statement) {
        assertThatThrownBy(() -> store.sql(statement).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsNoSamplesOfNamesAndAddressesForItsPlans() {
        store.sql("analyze learner").update();
        assertThat(store.sql("select attname from pg_stats where tablename = 'learner'")
                        .query(String.class)
                        .list())
                .contains("email_domain")
                .doesNotContain("name", "email");
    }

    @Test
    void letsTheExporterReadWhatIsPublishedAndNothingElse() {
        JdbcClient exporter = as(Database.EXPORTER);
        assertThat(exporter.sql("select name from published.open_shared_assignments")
                        .query(String.class)
                        .list())
                .containsExactly("Anna");
        assertThatThrownBy(() ->
                        exporter.sql("select * from assigner.learner").query().listOfRows())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> exporter.sql("delete from published.progress").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static JdbcClient as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(assigner.database().jdbcUrl(role));
        return JdbcClient.create(source);
    }
}

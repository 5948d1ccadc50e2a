package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a partner has seen end stays ended, although a restored PostgreSQL has forgotten it: the learner goes on anew. */
@ExtendWith(PartsExtension.class)
class RenewalIT {
    @Test
    void anEndThatOnlyThePartnerRemembersLeadsToANewAssignmentOnceTheLogIsDecidedAgain(Parts parts) {
        try (RunningAssigner assigner = new RunningAssigner(parts).start();
                Lms lms = new Lms(parts);
                Announced announced = new Announced(parts)) {
            lms.emit(portalCreated("acme", "acme.example"));
            soon(() -> assertThat(announced.portal("acme")).isNotNull());
            lms.emit(registered("anna", "anna@acme.example"));
            soon(() -> assertThat(announced.about("anna")).containsExactly("+acme"));
            JdbcClient store = assigner.store();

            recoveryFinds(store);
            lms.emit(registered("berta", "berta@acme.example"));
            soon(() -> assertThat(announced.about("berta")).containsExactly("+acme"));
            assertThat(announced.about("anna")).containsExactly("+acme");

            store.sql("update exporter.ended_for_partner set exported = 1").update();
            soon(() -> assertThat(announced.about("anna")).containsExactly("+acme", "-acme", "+acme"));
            assertThat(store.sql("select count(distinct assignment_id) from assigner.assignment where user_id = 'anna'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    // as the exporter's schema has it
    private static void recoveryFinds(JdbcClient store) {
        store.sql("create schema exporter").update();
        store.sql("create table exporter.ended_for_partner (learner_ref uuid primary key, exported bigint)")
                .update();
        store.sql("grant usage on schema exporter to portal_assigner").update();
        store.sql("grant select on exporter.ended_for_partner to portal_assigner")
                .update();
        store.sql("insert into exporter.ended_for_partner select assignment_id, 1000 from assigner.assignment")
                .update();
    }
}

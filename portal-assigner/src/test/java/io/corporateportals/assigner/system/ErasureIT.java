package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.emailChanged;
import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registeredAt;
import static io.corporateportals.assigner.system.Events.renamed;
import static io.corporateportals.assigner.system.Events.terminated;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of a learner. A unique word in the name and the address makes any remains findable. */
@ExtendWith({PartsExtension.class, OutputCaptureExtension.class})
class ErasureIT {
    private static final String CANARY = "qzxkanari";

    @Test
    void leavesNothingOfATerminatedLearnerInAnyTableAndNothingOfAnybodyInTheLog(Parts parts, CapturedOutput log) {
        try (RunningAssigner assigner = new RunningAssigner(parts, "logging.level.io.corporateportals=debug").start();
                Lms lms = new Lms(parts);
                Announced announced = new Announced(parts)) {
            lms.emit(portalCreated("acme", "acme.example"));
            soon(() -> assertThat(announced.portal("acme")).isNotNull());
            lms.emit(
                    registeredAt("anna", CANARY + "@acme.example", "https://acme.university.example/?who=" + CANARY),
                    renamed("anna", CANARY + " the Second"),
                    emailChanged("anna", "x@" + CANARY + ".example"));
            lms.emit(Topics.USER_EVENTS.name(), "anna", (CANARY + " is not Avro").getBytes(StandardCharsets.UTF_8));
            soon(() -> assertThat(tablesWith(CANARY, assigner.store())).contains("learner"));

            lms.emit(terminated("anna"));
            soon(() -> assertThat(announced.about("anna")).endsWith("null"));
            assertThat(tablesWith(CANARY, assigner.store())).isEmpty();
            assertThat(log.getAll()).doesNotContain(CANARY);
        }
    }

    private static List<String> tablesWith(String word, JdbcClient store) {
        List<String> tables = store.sql("select table_name from information_schema.tables"
                        + " where table_schema = 'assigner' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        return tables.stream()
                .filter(table -> !store.sql("select from " + table + " t where t::text like '%' || :word || '%'")
                        .param("word", word)
                        .query()
                        .listOfRows()
                        .isEmpty())
                .toList();
    }
}

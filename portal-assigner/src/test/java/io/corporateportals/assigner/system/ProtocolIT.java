package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.emailChanged;
import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.assignment.AssignmentEnded;
import io.corporateportals.assignment.AssignmentStarted;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The transaction rule, the gapless outbox and the ordered relay. */
@ExtendWith(PartsExtension.class)
class ProtocolIT {
    private RunningAssigner assigner;
    private Lms lms;
    private Announced announced;

    @BeforeEach
    void start(Parts parts) {
        assigner = new RunningAssigner(parts).start();
        lms = new Lms(parts);
        announced = new Announced(parts);
        lms.emit(portalCreated("acme", "acme.example"));
        soon(() -> assertThat(announced.portal("acme")).isNotNull());
    }

    @AfterEach
    void stop() {
        announced.close();
        lms.close();
        assigner.close();
    }

    @Test
    void announcesEveryChangeOnceInItsPlaceThoughTwoInstancesShareTheWork() {
        assigner.start();
        List<SpecificRecord> events = new ArrayList<>();
        for (int learner = 0; learner < 200; learner++) {
            events.add(registered("learner-" + learner, "x@acme.example"));
            events.add(emailChanged("learner-" + learner, "x@private.example"));
        }
        lms.emit(events);

        soon(() -> assertThat(announced.changes()).hasSizeGreaterThanOrEqualTo(400));
        Map<Integer, List<Long>> sequences = new TreeMap<>();
        for (SpecificRecord change : announced.changes())
            sequences
                    .computeIfAbsent((Integer) field(change, "partition"), partition -> new ArrayList<>())
                    .add((Long) field(change, "sequence"));
        assertThat(sequences.values()).allSatisfy(ProtocolIT::isGaplessFromOne);
    }

    private static void isGaplessFromOne(List<Long> sequence) {
        for (int place = 0; place < sequence.size(); place++)
            assertThat(sequence.get(place)).isEqualTo(place + 1L);
    }

    @Test
    void goesOnAfterAnotherInstanceWhereThatOneEnded() {
        lms.emit(registered("anna", "anna@acme.example"));
        soon(() -> assertThat(announced.about("anna")).containsExactly("+acme"));
        assigner.stop();
        lms.emit(emailChanged("anna", "anna@private.example"));
        assigner.start();

        soon(() -> assertThat(announced.about("anna")).containsExactly("+acme", "-acme"));
    }

    @Test
    void startsAndEndsAnAssignmentWhereItsEventsStand() {
        long start = lms.emit(Topics.USER_EVENTS.name(), "berta", lms.value(registered("berta", "b@acme.example")))
                .offset();
        long end = lms.emit(Topics.USER_EVENTS.name(), "berta", lms.value(emailChanged("berta", "b@private.example")))
                .offset();

        soon(() -> assertThat(announced.about("berta")).containsExactly("+acme", "-acme"));
        assertThat(announced.changes())
                .anySatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                AssignmentStarted.class,
                                it -> assertThat(it.getOffset()).isEqualTo(start)))
                .anySatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                AssignmentEnded.class,
                                it -> assertThat(it.getOffset()).isEqualTo(end)));
    }

    @Test
    void decidesNothingWhileSomebodyElseHoldsThePartition() throws SQLException {
        int partition = Topics.USER_EVENTS.partitionOf("carl".getBytes(StandardCharsets.UTF_8));
        try (Connection holder = DriverManager.getConnection(assigner.database().jdbcUrl("postgres"));
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from assigner.log_progress where partition = " + partition + " for update");
            lms.emit(registered("carl", "carl@acme.example"), registered("dora", "dora@acme.example"));

            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(() -> !isStored("carl"));
            holder.rollback();
        }
        soon(() -> assertThat(announced.about("carl")).containsExactly("+acme"));
    }

    @Test
    void readsAgainWhatTheStoreHasLost() {
        lms.emit(registered("emma", "emma@acme.example"));
        soon(() -> assertThat(announced.about("emma")).containsExactly("+acme"));
        int partition = Topics.USER_EVENTS.partitionOf("emma".getBytes(StandardCharsets.UTF_8));
        // as after a restore: the decision is gone, and progress with it
        assigner.store()
                .sql("delete from assignment_change; delete from assignment; delete from applied_event;"
                        + " delete from learner; update log_progress set next_offset = 0, sequence = 0 where partition = "
                        + partition)
                .update();
        lms.emit(emailChanged("emma", "emma@acme.example"));

        soon(() -> assertThat(isStored("emma")).isTrue());
        soon(() -> assertThat(assigner.number("select next_offset from log_progress where partition = " + partition))
                .isEqualTo(2));
    }

    @Test
    void readsAgainWhatTheStoreHasLostAlsoIfNothingNewComes() {
        lms.emit(registered("finn", "finn@acme.example"));
        soon(() -> assertThat(announced.about("finn")).containsExactly("+acme"));
        int partition = Topics.USER_EVENTS.partitionOf("finn".getBytes(StandardCharsets.UTF_8));
        assigner.store()
                .sql("delete from assignment_change; delete from assignment; delete from applied_event;"
                        + " delete from learner; update log_progress set next_offset = 0, sequence = 0 where partition = "
                        + partition)
                .update();

        soon(() -> assertThat(isStored("finn")).isTrue());
    }

    @Test
    void readsPortalsAgainThatTheStoreHasLost() {
        lms.emit(portalCreated("other", "other.example"));
        soon(() -> assertThat(announced.portal("other")).isNotNull());
        // as after a restore: the second portal is gone, and progress with it
        assigner.store()
                .sql("delete from back_fill_part; delete from back_fill; delete from applied_portal_event;"
                        + " delete from portal_status where portal_id = 'other';"
                        + " delete from domain_claim where portal_id = 'other';"
                        + " delete from portal_host where portal_id = 'other';"
                        + " delete from portal where portal_id = 'other';"
                        + " update portal_log_progress set next_offset = 1")
                .update();
        lms.emit(portalCreated("third", "third.example"));

        soon(() -> assertThat(assigner.store()
                        .sql("select portal_id from portal order by portal_id")
                        .query(String.class)
                        .list())
                .containsExactly("acme", "other", "third"));
    }

    private boolean isStored(String user) {
        return !assigner.store()
                .sql("select from learner where user_id = :user")
                .param("user", user)
                .query()
                .listOfRows()
                .isEmpty();
    }

    private static Object field(SpecificRecord record, String name) {
        return record.get(record.getSchema().getField(name).pos());
    }
}

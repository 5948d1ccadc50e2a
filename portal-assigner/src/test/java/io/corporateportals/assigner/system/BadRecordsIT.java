package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.emailChanged;
import static io.corporateportals.assigner.system.Events.loggedIn;
import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.portalUpdated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Events.renamed;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Unreadable, repeated, late and unknown records, as the rules say. */
@ExtendWith(PartsExtension.class)
class BadRecordsIT {
    private static final String LEARNERS = Topics.USER_EVENTS.name();

    private static RunningAssigner assigner;
    private static Lms lms;
    private static Announced announced;
    private static DeadLetters deadLetters;

    @BeforeAll
    static void start(Parts parts) {
        assigner = new RunningAssigner(parts).start();
        lms = new Lms(parts);
        announced = new Announced(parts);
        deadLetters = new DeadLetters(parts);
        lms.emit(portalCreated("acme", "acme.example"));
        soon(() -> assertThat(announced.portal("acme")).isNotNull());
    }

    @AfterAll
    static void stop() {
        deadLetters.close();
        announced.close();
        lms.close();
        assigner.close();
    }

    @Test
    void failsClosedUntilTheNextReadableIdentityRecord() {
        lms.emit(registered("anna", "anna@acme.example"));
        RecordMetadata broken = lms.emit(LEARNERS, "anna", new byte[] {1, 2, 3});
        soon(() -> assertThat(announced.about("anna")).containsExactly("+acme", "-acme"));
        assertThat(deadLetters.reasonFor(broken)).isEqualTo("NOT_FRAMED");

        lms.emit(renamed("anna", "Anna the Second"));
        soon(() -> assertThat(announced.about("anna")).containsExactly("+acme", "-acme", "+acme"));
    }

    @Test
    void keepsTheAssignmentWhenARecordKnownToBeActivityIsBroken() {
        lms.emit(registered("bert", "bert@acme.example"));
        byte[] login = lms.value(loggedIn("bert"));
        RecordMetadata broken = lms.emit(LEARNERS, "bert", Arrays.copyOf(login, login.length - 3));

        soon(() -> assertThat(deadLetters.reasonFor(broken)).isNotNull());
        soon(() -> assertThat(announced.about("bert")).containsExactly("+acme"));
    }

    @Test
    void takesANullForUnreadableNeverForADeletion() {
        lms.emit(registered("carla", "carla@acme.example"));
        RecordMetadata empty = lms.emit(LEARNERS, "carla", null);

        soon(() -> assertThat(announced.about("carla")).containsExactly("+acme", "-acme"));
        assertThat(deadLetters.reasonFor(empty)).isEqualTo("VALUE_MISSING");
    }

    @Test
    void goesPastAKeyThatIsNobodysWhateverItsValue() {
        String tooLong = "u".repeat(256);
        for (byte[] value : new byte[][] {null, {1, 2, 3}, {0, 0, 1, 2, 3, 4}}) {
            RecordMetadata nobodys = lms.emit(LEARNERS, tooLong, value);
            soon(() -> assertThat(deadLetters.reasonFor(nobodys)).isNotNull());
        }
        soon(() -> assertThat(assigner.number("select next_offset from log_progress where partition = "
                        + Topics.USER_EVENTS.partitionOf(tooLong.getBytes(StandardCharsets.UTF_8))))
                .isGreaterThanOrEqualTo(3));
    }

    @Test
    void endsTheAssignmentOfTheLearnerWhoseRecordCameToAnotherPartition() {
        lms.emit(registered("dora", "dora@acme.example"));
        int home = Topics.USER_EVENTS.partitionOf("dora".getBytes(StandardCharsets.UTF_8));
        RecordMetadata lost = lms.emit((home + 1) % 12, "dora", emailChanged("dora", "dora@private.example"));

        soon(() -> assertThat(announced.about("dora")).containsExactly("+acme", "-acme"));
        assertThat(deadLetters.reasonFor(lost)).startsWith("WRONG_PARTITION");
    }

    @Test
    void refusesARecordUnderSomebodyElsesKey() {
        lms.emit(registered("emil", "emil@acme.example"));
        RecordMetadata foreign = lms.emit(LEARNERS, "emil", lms.value(registered("eve", "eve@acme.example")));

        soon(() -> assertThat(announced.about("emil")).containsExactly("+acme", "-acme"));
        assertThat(deadLetters.reasonFor(foreign)).isEqualTo("KEY_OF_ANOTHER userId");
        assertThat(announced.about("eve")).isEmpty();
    }

    @Test
    void namesTheFieldOfAnIdentityRecordThatIsIncomplete() {
        lms.emit(registered("fritz", "fritz@acme.example"));
        RecordMetadata blank = lms.emit(LEARNERS, "fritz", lms.value(emailChanged("fritz", " ")));

        soon(() -> assertThat(deadLetters.reasonFor(blank)).endsWith(" email"));
        soon(() -> assertThat(announced.about("fritz")).containsExactly("+acme", "-acme"));
    }

    @Test
    void putsIdentityRecordsOfUnknownLearnersAsideAndDropsTheirActivity() {
        RecordMetadata identity = lms.emit(LEARNERS, "gerd", lms.value(emailChanged("gerd", "gerd@acme.example")));
        RecordMetadata activity = lms.emit(LEARNERS, "gerd", lms.value(loggedIn("gerd")));
        lms.emit(registered("gerd", "gerd@acme.example"));

        soon(() -> assertThat(announced.about("gerd")).containsExactly("+acme"));
        assertThat(deadLetters.reasonFor(identity)).isEqualTo("UNKNOWN_LEARNER userId");
        assertThat(deadLetters.reasonFor(activity)).isNull();
    }

    @Test
    void aPortalsReplayedRecordOvertakesNoneThatCameAfterIt() {
        RecordMetadata setAside = lms.emit(Topics.PORTAL_EVENTS.name(), "late", new byte[] {1, 2, 3});
        lms.emit(portalCreated("late", "late.example"));

        lms.replay(portalUpdated("late", "before.example"), setAside);
        lms.emit(portalCreated("next", "next.example"));
        soon(() -> assertThat(announced.portal("next")).isNotNull());

        lms.emit(registered("leo", "leo@before.example"), registered("mona", "mona@late.example"));
        soon(() -> assertThat(announced.about("mona")).containsExactly("+late"));
        lms.emit(portalUpdated("late", "before.example"));
        soon(() -> assertThat(announced.about("leo")).containsExactly("+late"));
        assertThat(announced.about("mona")).containsExactly("+late", "-late");
    }

    @Test
    void ignoresWhatTheLmsRepeats() {
        var registered = registered("hanna", "hanna@acme.example");
        var left = emailChanged("hanna", "hanna@private.example");
        lms.emit(registered, left, registered, emailChanged("hanna", "hanna@acme.example"), left);

        lms.emit(renamed("hanna", "Hanna the Second"));
        soon(() -> assertThat(announced.about("hanna")).containsExactly("+acme", "-acme", "+acme", "~acme"));
    }

    @Test
    void standsStillAtARecordWithoutAKeyAndSaysWhere() {
        lms.emit(registered("ida", "ida@acme.example"));
        int partition = Topics.USER_EVENTS.partitionOf("ida".getBytes(StandardCharsets.UTF_8));
        RecordMetadata keyless = lms.emit(partition, null, loggedIn("ida"));
        lms.emit(emailChanged("ida", "ida@private.example"));

        soon(() -> assertThat(assigner.partitions())
                .contains(LEARNERS + "-" + partition + "=KEY_MISSING at offset " + keyless.offset()));
        assertThat(announced.about("ida")).containsExactly("+acme");
    }

    @Test
    void hasRoomForARecordThatJustFittedTheInput() {
        RecordMetadata large = lms.emit(LEARNERS, "karl", new byte[1_048_400]);

        soon(() -> assertThat(deadLetters.reasonFor(large)).isEqualTo("SCHEMA_UNKNOWN"));
    }

    @Test
    void writesNothingOfAPersonIntoTheHeadersOfADeadLetter() {
        RecordMetadata blank = lms.emit(LEARNERS, "jana", lms.value(emailChanged("jana", "jana.secret@acme.example")));

        soon(() -> assertThat(deadLetters.reasonFor(blank)).isNotNull());
        assertThat(deadLetters.letters())
                .allSatisfy(letter -> assertThat(letter.headers().toArray())
                        .allSatisfy(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                                .doesNotContain("@", "jana")));
    }
}

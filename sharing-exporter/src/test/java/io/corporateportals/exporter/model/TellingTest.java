package io.corporateportals.exporter.model;

import static io.corporateportals.exporter.model.Change.Kind.ENDED;
import static io.corporateportals.exporter.model.Change.Kind.REFRESHED;
import static io.corporateportals.exporter.model.Change.Kind.STARTED;
import static io.corporateportals.exporter.model.Situation.ACME;
import static io.corporateportals.exporter.model.Situation.ANN;
import static io.corporateportals.exporter.model.Situation.BEKO;
import static io.corporateportals.exporter.model.Situation.NINE;
import static io.corporateportals.exporter.model.Situation.event;
import static io.corporateportals.exporter.model.Situation.ref;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final Outgoing ANN_AT_ACME =
            new Outgoing.Learner(ACME, ref(1), "1", "Ann Lee", "ann@acme.example", NINE);

    @Test
    void tellsWhoTheLearnerIsBeforeTheFirstEntry() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3)
                .open(ANN, ref(1), ACME, 3)
                .loggedIn(ANN, 5, event(1))
                .plan();

        assertThat(plan.outgoing()).hasSize(2).first().isEqualTo(ANN_AT_ACME);
        assertThat(plan.position()).isEqualTo(new Position(6, Cursor.behind(1)));
    }

    @Test
    void tellsWhoTheLearnerIsOnceALook() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3)
                .change(REFRESHED, ANN, ref(1), ACME, 4)
                .open(ANN, ref(1), ACME, 3)
                .plan();

        assertThat(plan.outgoing()).containsExactly(ANN_AT_ACME);
    }

    @Test
    void namesThePolicyOfTheLastChangeItTells() {
        Plan plan = new Situation()
                .policy(4, "2")
                .change(STARTED, ANN, ref(1), ACME, 3)
                .change(REFRESHED, ANN, ref(1), ACME, 4)
                .open(ANN, ref(1), ACME, 3)
                .plan();

        assertThat(plan.outgoing())
                .extracting(learner -> ((Outgoing.Learner) learner).policyVersion())
                .containsExactly("2");
    }

    @Test
    void tellsNothingOfALearnerWhoHasLeftSince() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3)
                .moreChanges()
                .plan();

        assertThat(plan.outgoing()).isEmpty();
    }

    @Test
    void tellsNothingOfALearnerWhoHasReturnedUnderAnotherAssignment() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3)
                .open(ANN, ref(2), ACME, 9)
                .moreChanges()
                .plan();

        assertThat(plan.outgoing()).isEmpty();
    }

    @Test
    void tellsNothingOfAnAssignmentThatIsNotShared() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3, false)
                .change(ENDED, ANN, ref(1), ACME, 4, false)
                .plan();

        assertThat(plan.outgoing()).isEmpty();
        assertThat(plan.position().cursor()).isEqualTo(Cursor.behind(2));
    }

    @Test
    void takesBackEveryEntryAndSaysLastThatItIsOver() {
        Plan plan = new Situation()
                .change(ENDED, ANN, ref(1), ACME, 7)
                .retractable(ref(1), event(1), event(2))
                .plan();

        assertThat(plan.outgoing())
                .containsExactly(
                        new Outgoing.Retraction(ACME, ref(1), event(1)),
                        new Outgoing.Retraction(ACME, ref(1), event(2)),
                        new Outgoing.Ended(ACME, ref(1), "1", NINE, 7));
    }

    @Test
    void saysThatItIsOverAlsoWhereNothingWasShared() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3)
                .change(ENDED, ANN, ref(1), ACME, 4)
                .change(STARTED, ANN, ref(2), BEKO, 4)
                .open(ANN, ref(2), BEKO, 4)
                .plan();

        assertThat(plan.outgoing())
                .containsExactly(
                        new Outgoing.Ended(ACME, ref(1), "1", NINE, 4),
                        new Outgoing.Learner(BEKO, ref(2), "1", "Ann Lee", "ann@acme.example", NINE));
    }

    @Test
    void goesOnWithALargeRetractionWhereItStopped() {
        Situation first = new Situation()
                .from(0, Cursor.behind(6))
                .within(new Limits(10, 2))
                .change(ENDED, ANN, ref(1), ACME, 7)
                .retractable(ref(1), event(1), event(2), event(3))
                .loggedIn(ANN, 8, event(9));
        Plan stopped = first.plan();
        Situation second = new Situation()
                .from(0, stopped.position().cursor())
                .within(new Limits(10, 2))
                .change(ENDED, ANN, ref(1), ACME, 7)
                .retractable(ref(1), event(3));

        assertThat(stopped.outgoing()).hasSize(2);
        assertThat(stopped.position()).isEqualTo(new Position(0, new Cursor(6, event(2))));
        assertThat(second.plan().outgoing())
                .containsExactly(
                        new Outgoing.Retraction(ACME, ref(1), event(3)),
                        new Outgoing.Ended(ACME, ref(1), "1", NINE, 7));
    }

    @Test
    void remembersTheLastKeyWhereOnlyTheEndIsLeftToSay() {
        Plan stopped = new Situation()
                .within(new Limits(10, 2))
                .change(ENDED, ANN, ref(1), ACME, 7)
                .retractable(ref(1), event(1), event(2))
                .plan();

        assertThat(stopped.outgoing()).hasSize(2).allMatch(Outgoing.Retraction.class::isInstance);
        assertThat(stopped.position().cursor()).isEqualTo(new Cursor(0, event(2)));
    }

    @Test
    void othersWouldWaitBehindThePortalThatMostOfAFullTransactionIsAbout() {
        Situation crowded = new Situation()
                .within(new Limits(10, 3))
                .change(ENDED, ANN, ref(2), BEKO, 6)
                .change(ENDED, ANN, ref(1), ACME, 7)
                .retractable(ref(1), event(1), event(2), event(3));

        assertThat(crowded.plan().crowdedBy()).contains(ACME);
        assertThat(crowded.within(new Limits(10, 2)).plan().crowdedBy())
                .as("half of it is not most of it")
                .isEmpty();
        assertThat(crowded.within(new Limits(10, 5)).plan().crowdedBy())
                .as("nobody waits")
                .isEmpty();
    }

    @Test
    void neverSendsMoreThanOneTransactionHolds() {
        for (int most = 1; most < 12; most++) {
            List<Outgoing> sent = new ArrayList<>();
            Cursor cursor = Cursor.START;
            for (int look = 0; look < 30; look++) {
                Plan plan = twoLeave(cursor, most).plan();
                assertThat(plan.outgoing()).hasSizeLessThanOrEqualTo(most);
                sent.addAll(plan.outgoing());
                cursor = plan.position().cursor();
            }
            assertThat(sent)
                    .as("at most %d", most)
                    .containsExactly(
                            new Outgoing.Retraction(ACME, ref(1), event(1)),
                            new Outgoing.Retraction(ACME, ref(1), event(2)),
                            new Outgoing.Retraction(ACME, ref(1), event(3)),
                            new Outgoing.Ended(ACME, ref(1), "1", NINE, 7),
                            new Outgoing.Retraction(BEKO, ref(2), event(4)),
                            new Outgoing.Ended(BEKO, ref(2), "1", NINE, 8));
        }
    }

    @Test
    void holdsEntriesBackUntilEveryChangeIsTold() {
        Plan plan = new Situation()
                .change(STARTED, ANN, ref(1), ACME, 3)
                .open(ANN, ref(1), ACME, 3)
                .moreChanges()
                .loggedIn(ANN, 5, event(1))
                .plan();

        assertThat(plan.outgoing()).containsExactly(ANN_AT_ACME);
        assertThat(plan.position()).isEqualTo(new Position(0, Cursor.behind(1)));
    }

    // what the ledger would give from the cursor on
    private static Situation twoLeave(Cursor cursor, int most) {
        Situation situation = new Situation().from(0, cursor).within(new Limits(10, most));
        long told = cursor.sequence();
        EventId upTo = cursor.retractedUpTo();
        if (told < 1) {
            situation.change(ENDED, ANN, ref(1), ACME, 7);
            situation.retractable(ref(1), after(told == 0 ? upTo : null, event(1), event(2), event(3)));
        }
        if (told < 2) {
            situation.change(ENDED, ANN, ref(2), BEKO, 8);
            situation.retractable(ref(2), after(told == 1 ? upTo : null, event(4)));
        }
        return situation;
    }

    private static EventId[] after(@org.jspecify.annotations.Nullable EventId upTo, EventId... events) {
        return List.of(events).stream()
                .filter(event -> upTo == null || event.value().compareTo(upTo.value()) > 0)
                .toArray(EventId[]::new);
    }
}

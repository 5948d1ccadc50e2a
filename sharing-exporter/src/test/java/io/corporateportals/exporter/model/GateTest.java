package io.corporateportals.exporter.model;

import static io.corporateportals.exporter.model.Situation.ACME;
import static io.corporateportals.exporter.model.Situation.ANN;
import static io.corporateportals.exporter.model.Situation.BEKO;
import static io.corporateportals.exporter.model.Situation.NINE;
import static io.corporateportals.exporter.model.Situation.event;
import static io.corporateportals.exporter.model.Situation.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.exporter.model.Disclosure.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
    @Test
    void sharesWhatHappensInAnOpenSharedAssignment() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 3)
                .loggedIn(ANN, 5, event(1))
                .plan();

        assertThat(plan.outgoing())
                .containsExactly(
                        new Outgoing.Entry(ACME, ref(1), event(1), "1", NINE.plusSeconds(60), new Activity.LoggedIn()));
        assertThat(plan.disclosures())
                .containsExactly(new Disclosure(ACME, new Disclosure.Key(ref(1), event(1)), new Source(5)));
        assertThat(plan.position().offset()).isEqualTo(6);
    }

    @Test
    void sharesWhatStandsExactlyAtTheStart() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 5)
                .loggedIn(ANN, 5, event(1), NINE)
                .plan();

        assertThat(plan.outgoing()).hasSize(1);
    }

    @Test
    void dropsWhereNothingIsSharedWithAnybody() {
        assertDropped(new Situation().loggedIn(ANN, 5, event(1)), DropReason.NOT_SHARED);
    }

    @Test
    void dropsWhatStandsBeforeTheAssignment() {
        assertDropped(
                new Situation().open(ANN, ref(1), ACME, 6).loggedIn(ANN, 5, event(1)), DropReason.BEFORE_ASSIGNMENT);
    }

    @Test
    void dropsAnOldRecordThatTheLmsRepeatsAfterTheReturn() {
        assertDropped(
                new Situation().open(ANN, ref(1), ACME, 3).loggedIn(ANN, 5, event(1), NINE.minusMillis(1)),
                DropReason.OCCURRED_BEFORE_ASSIGNMENT);
    }

    @Test
    void dropsWhatWasPublishedFromAnotherPlace() {
        assertDropped(
                new Situation()
                        .open(ANN, ref(1), ACME, 3)
                        .listed(ref(1), event(1), new Source(4))
                        .loggedIn(ANN, 5, event(1)),
                DropReason.REPEATED);
    }

    @Test
    void dropsTheSecondOfTwoInOneBatch() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 3)
                .loggedIn(ANN, 5, event(1))
                .loggedIn(ANN, 6, event(1))
                .plan();

        assertThat(plan.disclosures()).extracting(Disclosure::source).containsExactly(new Source(5));
        assertThat(plan.dropped()).isEqualTo(Map.of(DropReason.REPEATED, 1));
    }

    @Test
    void publishesAgainWhatItListedItselfBeforeACrash() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 3)
                .listed(ref(1), event(1), new Source(5))
                .loggedIn(ANN, 5, event(1))
                .plan();

        assertThat(plan.outgoing()).hasSize(1);
    }

    @Test
    void dropsWhatRecoveryFoundOnTheFeed() {
        assertDropped(
                new Situation()
                        .open(ANN, ref(1), ACME, 3)
                        .listed(ref(1), event(1), Source.ON_THE_FEED)
                        .loggedIn(ANN, 5, event(1)),
                DropReason.REPEATED);
    }

    @Test
    void publishesAnewWhatWasOnlyPerhapsSeen() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 3)
                .listed(ref(1), event(1), Source.PERHAPS_SEEN)
                .loggedIn(ANN, 5, event(1))
                .plan();

        assertThat(plan.disclosures()).extracting(Disclosure::source).containsExactly(new Source(5));
    }

    @Test
    void keepsBackWhatAParkedPortalWillReadAgain() {
        assertDropped(
                new Situation()
                        .open(ANN, ref(1), ACME, 3)
                        .in(new Scope.AllBut(Set.of(ACME)))
                        .loggedIn(ANN, 5, event(1)),
                DropReason.PARKED);
    }

    @Test
    void servesOnlyThePortalThatComesBack() {
        assertDropped(
                new Situation()
                        .open(ANN, ref(1), ACME, 3)
                        .in(new Scope.Only(BEKO))
                        .loggedIn(ANN, 5, event(1)),
                DropReason.PARKED);
    }

    @Test
    void namesThePolicyInForceAtTheRecord() {
        Plan plan = new Situation()
                .policy(6, "2")
                .open(ANN, ref(1), ACME, 3)
                .loggedIn(ANN, 5, event(1))
                .loggedIn(ANN, 6, event(2))
                .plan();

        assertThat(plan.outgoing())
                .extracting(entry -> ((Outgoing.Entry) entry).policyVersion())
                .containsExactly("1", "2");
    }

    @Test
    void goesNoFurtherThanWhatIsNotYetKnown() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 3)
                .loggedIn(ANN, 5, event(1))
                .notYetKnown(6)
                .loggedIn(ANN, 7, event(2))
                .plan();

        assertThat(plan.outgoing()).hasSize(1);
        assertThat(plan.position().offset()).isEqualTo(6);
    }

    @Test
    void leavesWhatTheAssignerHasNotDecided() {
        Plan plan = new Situation()
                .open(ANN, ref(1), ACME, 3)
                .decidedUpTo(6)
                .loggedIn(ANN, 5, event(1))
                .loggedIn(ANN, 6, event(2))
                .loggedIn(ANN, 7, event(3))
                .plan();

        assertThat(plan.outgoing()).hasSize(1);
        assertThat(plan.position().offset()).isEqualTo(6);
    }

    @Test
    void passesRecordsThatAreNoEntries() {
        Plan plan = new Situation().identity(7).plan();

        assertThat(plan.outgoing()).isEmpty();
        assertThat(plan.position().offset()).isEqualTo(8);
    }

    private static void assertDropped(Situation situation, DropReason reason) {
        Plan plan = situation.plan();
        assertThat(plan.outgoing()).isEmpty();
        assertThat(plan.disclosures()).isEmpty();
        assertThat(plan.dropped()).isEqualTo(Map.of(reason, 1));
        assertThat(plan.position().offset()).isEqualTo(6);
    }
}

package io.corporateportals.assigner.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.Happening.Identified;
import io.corporateportals.assigner.model.Identity.Reason;
import io.corporateportals.assigner.model.Identity.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How an event is answered: applied, ignored, or refused so that a person sees it. */
class IdentityTest {
    private final World world = new World();

    @ParameterizedTest
    @MethodSource("anythingButARegistration")
    void refusesAnythingButARegistrationOfAStranger(Identified event) {
        assertThat(answer(event)).isEqualTo(new Verdict.Refused(Reason.UNKNOWN_LEARNER));
        assertThat(world.accounts).isEmpty();
    }

    static Stream<Identified> anythingButARegistration() {
        return Stream.of(
                jane().changesEmail("jane@acme.example"),
                jane().verifies("jane@acme.example"),
                jane().isCalled("Jane"),
                jane().objects(),
                jane().doesSomethingElse(),
                jane().terminates());
    }

    @Test
    void appliesWhatWasRefusedOnceTheLearnerIsKnown() {
        Identified change = jane().changesEmail("jane@acme.example");

        answer(change);
        answer(jane().registers("jane@elsewhere.example"));

        assertThat(answer(change)).isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void ignoresARepeatedEventInTheSameBatch() {
        Identified registration = jane().registers("jane@acme.example");

        world.happenTogether(List.of(registration, registration));

        assertThat(world.verdicts.get(1)).isEqualTo(new Verdict.Ignored(Reason.REPEATED));
    }

    @Test
    void ignoresARepeatedEventOfAnEarlierBatch() {
        Identified registration = jane().registers("jane@acme.example");

        answer(registration);

        assertThat(answer(registration)).isEqualTo(new Verdict.Ignored(Reason.REPEATED));
    }

    @Test
    void appliesTheSameEventIdOfAnotherLearner() {
        answer(jane().registers("jane@acme.example"));
        answer(EventFixture.of("joe").registers("joe@acme.example"));
        Identified change = jane().isCalled("Jane Doe");
        answer(change);
        var head = new IdentityEvent.Head(change.event().head().id(), new UserId("joe"), Happening.MORNING, null);

        assertThat(answer(new Identified(new IdentityEvent.ProfileUpdated(head, "Joe"))))
                .isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void ignoresARevisionThatIsNotAboveTheLast() {
        answer(jane().revision(5).registers("jane@acme.example"));

        assertThat(answer(jane().revision(5).isCalled("Jane"))).isEqualTo(new Verdict.Ignored(Reason.STALE));
        assertThat(answer(jane().revision(4).terminates())).isEqualTo(new Verdict.Ignored(Reason.STALE));
        assertThat(answer(jane().revision(6).isCalled("Jane"))).isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void countsARecordThatDecidesNothingAsAVersionOfTheAccount() {
        answer(jane().revision(1).registers("jane@acme.example"));
        answer(jane().revision(3).doesSomethingElse());

        assertThat(answer(jane().revision(2).isCalled("Jane"))).isEqualTo(new Verdict.Ignored(Reason.STALE));
    }

    @Test
    void ignoresEverythingAfterATermination() {
        answer(jane().registers("jane@acme.example"));
        answer(jane().terminates());

        assertThat(answer(jane().registers("jane@acme.example"))).isEqualTo(new Verdict.Ignored(Reason.TERMINATED));
        assertThat(answer(jane().terminates())).isEqualTo(new Verdict.Ignored(Reason.TERMINATED));
    }

    @Test
    void remembersTheIdAloneOfATerminatedAccount() {
        answer(jane().registers("jane@acme.example"));
        answer(jane().terminates());

        assertThat(world.accounts.values()).containsExactly(new Account.Terminated(new UserId("jane")));
    }

    @Test
    void tellsNeitherNameNorAddressOfWhatItIsAbout() {
        Identified registration = jane().registers("jane@acme.example");

        assertThat(answer(registration).toString()).doesNotContain("Jane", "jane@");
        assertThat(registration.event().toString()).doesNotContain("Jane", "jane@");
        assertThat(jane().isCalled("Jane Doe").event().toString()).doesNotContain("Jane");
        assertThat(jane().changesEmail("jane@acme.example").event().toString()).doesNotContain("jane@");
    }

    private Verdict answer(Identified event) {
        world.happens(event);
        return world.verdicts.get(world.verdicts.size() - 1);
    }

    private static EventFixture jane() {
        return EventFixture.of("jane");
    }
}

package io.corporateportals.assigner.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.Happening.Identified;
import io.corporateportals.assigner.model.Identity.Reason;
import io.corporateportals.assigner.model.Identity.Verdict;
import io.corporateportals.assigner.model.LogEntry.OfIdentity;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record that comes back from the dead letters counts where it stood first. */
class ReplayTest {
    private static final UserId JANE = new UserId("jane");
    private static final long NOW = 100;

    @Test
    void appliesWhatNothingLaterHasOvertaken() {
        Learner known = registeredAt(3);

        assertThat(replay(known, 7, jane().isCalled("Jane Doe"))).isInstanceOf(Verdict.Applied.class);
    }

    @Test
    void ignoresWhatALaterRecordHasOvertaken() {
        Learner known = applied(
                registeredAt(3),
                new OfIdentity(9, jane().changesEmail("jane@gmail.com").event()));

        assertThat(replay(known, 7, jane().changesEmail("jane@acme.example")))
                .isEqualTo(new Verdict.Ignored(Reason.STALE));
    }

    @Test
    void appliesInTheirOrderWhatLayInTheDeadLettersTogether() {
        Learner known = applied(
                registeredAt(3),
                new OfIdentity(NOW, 7, jane().isCalled("Jane Doe").event()));

        assertThat(replay(known, 8, jane().changesEmail("jane@gmail.com"))).isInstanceOf(Verdict.Applied.class);
        assertThat(replay(known, 6, jane().changesEmail("jane@acme.example")))
                .isEqualTo(new Verdict.Ignored(Reason.STALE));
    }

    @Test
    void neverTrustsTheOrderOfAnotherPartition() {
        assertThat(replay(registeredAt(3), Heard.NOWHERE, jane().changesEmail("jane@acme.example")))
                .isEqualTo(new Verdict.Ignored(Reason.STALE));
    }

    @Test
    void staysClosedWhileALaterRecordCannotBeRead() {
        Deciding deciding = deciding(registeredAt(3));
        deciding.failClosed(JANE, 8, 8, Happening.MORNING);

        deciding.apply(new OfIdentity(NOW, 7, jane().isCalled("Jane Doe").event()));
        assertThat(stored(deciding).readable()).isFalse();

        deciding.apply(new OfIdentity(NOW + 1, 8, jane().isCalled("Jane Dow").event()));
        assertThat(stored(deciding).readable()).isTrue();
    }

    @Test
    void aReplayThatIsUnreadableAgainDoesNotKeepTheNextOneOut() {
        Deciding deciding = deciding(registeredAt(3));
        deciding.failClosed(JANE, 8, 8, Happening.MORNING);
        deciding.failClosed(JANE, NOW, 8, Happening.MORNING);

        deciding.apply(new OfIdentity(NOW + 1, 8, jane().isCalled("Jane Doe").event()));
        assertThat(stored(deciding).readable()).isTrue();
    }

    @Test
    void aRecordInItsPlaceIsNeverOvertakenThoughTheLogBeganAnew() {
        Learner known = registeredAt(1_000_000);

        assertThat(Identity.apply(
                        known, new OfIdentity(5, jane().isCalled("Jane Doe").event()), false))
                .isInstanceOf(Verdict.Applied.class);
    }

    private static Verdict replay(Learner known, long saidAt, Identified event) {
        return Identity.apply(known, new OfIdentity(NOW, saidAt, event.event()), false);
    }

    private static Learner registeredAt(long offset) {
        Verdict verdict = Identity.apply(
                null,
                new OfIdentity(offset, jane().registers("jane@acme.example").event()),
                false);
        return (Learner) ((Verdict.Applied) verdict).account();
    }

    private static Learner applied(Learner known, OfIdentity entry) {
        return (Learner) ((Verdict.Applied) Identity.apply(known, entry, false)).account();
    }

    private static Deciding deciding(Learner known) {
        return new Deciding(
                new Catalogue().now(),
                PolicyFixture.asShipped(),
                List.of(known),
                List.of(),
                Set.of(),
                () -> new AssignmentId(new UUID(1, 1)));
    }

    private static Learner stored(Deciding deciding) {
        return (Learner) deciding.changedAccounts().iterator().next();
    }

    private static EventFixture jane() {
        return EventFixture.of("jane");
    }
}

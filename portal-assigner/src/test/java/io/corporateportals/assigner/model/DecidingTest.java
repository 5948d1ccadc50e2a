package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.Basis.EMAIL_DOMAIN;
import static io.corporateportals.assigner.model.Basis.PORTAL_URL;
import static io.corporateportals.assigner.model.Happening.MORNING;
import static io.corporateportals.assigner.model.Life.Change.ended;
import static io.corporateportals.assigner.model.Life.Change.refreshed;
import static io.corporateportals.assigner.model.Life.Change.started;
import static io.corporateportals.assigner.model.Life.given;
import static io.corporateportals.assigner.model.PortalFixture.portal;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.Happening.AboutPortal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of change: when it is made, which assignment it is about, and where and when it happened. */
class DecidingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AboutPortal ACME =
            portal("acme").withDomains("acme.example").exists();

    @Test
    void startsAnAssignmentForWhoeverBelongs() {
        given(ACME).when(jane().registers("jane@acme.example")).then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void startsNothingForWhoeverBelongsNowhere() {
        given(ACME).when(jane().registers("jane@elsewhere.example")).thenNothing();
    }

    @Test
    void refreshesWhenTheNameIsAnother() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().isCalled("Jane Doe"))
                .then(refreshed("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void refreshesWhenTheAddressIsAnotherInTheSameDomain() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().changesEmail("jane.doe@acme.example"))
                .then(refreshed("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void refreshesNothingWhenTheEmployerWouldSeeNoDifference() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(
                        jane().isCalled("Jane Roe"),
                        jane().changesEmail("jane@acme.example"),
                        jane().verifies("jane@acme.example"),
                        jane().registers("jane@acme.example"),
                        jane().withdrawsTheObjection(),
                        jane().doesSomethingElse())
                .thenNothing();
    }

    @Test
    void refreshesNothingForWhoeverBelongsNowhere() {
        given(ACME, jane().registers("jane@elsewhere.example"))
                .when(jane().isCalled("Jane Doe"))
                .thenNothing();
    }

    @Test
    void endsTheAssignmentOfWhoeverLeaves() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().changesEmail("jane@gmail.com"))
                .then(ended("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void endsOneAndStartsAnotherWhenThePortalIsAnother() {
        given(ACME, portal("globex").withDomains("globex.example").exists(), jane().registers("jane@acme.example"))
                .when(jane().changesEmail("jane@globex.example"))
                .then(ended("jane", "acme", EMAIL_DOMAIN), started("jane", "globex", EMAIL_DOMAIN));
    }

    @Test
    void endsOneAndStartsAnotherWhenTheBasisIsAnother() {
        given(ACME, jane().registersAt("acme", "jane@firm.example"))
                .when(jane().changesEmail("jane@acme.example"))
                .then(ended("jane", "acme", PORTAL_URL), started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void endsOneAndStartsAnotherWhenSharingIsAllowedOrNoLonger() {
        given(
                        portal("acme")
                                .withDomains("acme.example")
                                .withoutAgreement()
                                .exists(),
                        jane().registers("jane@acme.example"))
                .when(ACME)
                .then(ended("jane", "acme", EMAIL_DOMAIN).notShared(), started("jane", "acme", EMAIL_DOMAIN))
                .when(portal("acme").withDomains("acme.example").inCountry("US").exists())
                .then(
                        ended("jane", "acme", EMAIL_DOMAIN),
                        started("jane", "acme", EMAIL_DOMAIN).notShared())
                .when(portal("acme")
                        .withDomains("acme.example")
                        .inCountry("US")
                        .withSafeguard()
                        .exists())
                .then(ended("jane", "acme", EMAIL_DOMAIN).notShared(), started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void goesOnWhenThePortalChangesInWhatIsNoneOfTheTerms() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(portal("acme")
                        .withDomains("acme.example", "acme.test")
                        .atHost("learn.acme.example")
                        .includingSubdomains()
                        .inCountry("NO")
                        .exists())
                .thenNothing();
    }

    @Test
    void decidesEachRecordOfABatchUponThoseBefore() {
        given(ACME)
                .whenInOneBatch(
                        jane().registers("jane@acme.example"),
                        jane().isCalled("Jane Doe"),
                        jane().changesEmail("jane@gmail.com"),
                        jane().isCalled("Jane Roe"),
                        jane().changesEmail("jane@acme.example"))
                .then(
                        started("jane", "acme", EMAIL_DOMAIN),
                        refreshed("jane", "acme", EMAIL_DOMAIN),
                        ended("jane", "acme", EMAIL_DOMAIN),
                        started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void namesTheSameAssignmentUntilItEndsAndNeverAgain() {
        List<AssignmentChange> changes = given(ACME)
                .when(
                        jane().registers("jane@acme.example"),
                        jane().isCalled("Jane Doe"),
                        jane().changesEmail("jane@gmail.com"),
                        jane().changesEmail("jane@acme.example"))
                .newChanges();

        assertThat(changes)
                .extracting(AssignmentChange::kind)
                .containsExactly(Kind.STARTED, Kind.REFRESHED, Kind.ENDED, Kind.STARTED);
        assertThat(changes.subList(0, 3))
                .extracting(AssignmentChange::assignment)
                .containsOnly(changes.get(0).assignment());
        assertThat(changes.get(3).assignment().id())
                .isNotEqualTo(changes.get(0).assignment().id());
    }

    @Test
    void placesAChangeAtTheRecordAndTimeThatLedToIt() {
        List<AssignmentChange> changes = given(ACME, EventFixture.of("joe").registers("joe@elsewhere.example"))
                .when(
                        jane().at(NOON).registers("jane@acme.example"),
                        jane().at(NOON.plusSeconds(1)).changesEmail("jane@gmail.com"))
                .newChanges();

        assertThat(changes).extracting(AssignmentChange::offset).containsExactly(1L, 2L);
        assertThat(changes).extracting(AssignmentChange::occurredAt).containsExactly(NOON, NOON.plusSeconds(1));
    }

    @Test
    void placesABackFilledChangeBeforeTheNextRecordAndAtThePortalsTime() {
        List<AssignmentChange> changes = given(
                        jane().registers("jane@acme.example"),
                        EventFixture.of("joe").registers("joe@elsewhere.example"))
                .when(portal("acme").withDomains("acme.example").changedAt(NOON).exists())
                .newChanges();

        assertThat(changes).extracting(AssignmentChange::offset).containsExactly(2L);
        assertThat(changes).extracting(AssignmentChange::occurredAt).containsExactly(NOON);
    }

    @Test
    void placesWhatAnUnreadableRecordEndsAtThatRecord() {
        List<AssignmentChange> changes = given(ACME, jane().registers("jane@acme.example"))
                .when(Happening.unreadable("jane"))
                .newChanges();

        assertThat(changes).extracting(AssignmentChange::kind).containsExactly(Kind.ENDED);
        assertThat(changes).extracting(AssignmentChange::offset).containsExactly(1L);
        assertThat(changes).extracting(AssignmentChange::occurredAt).containsExactly(MORNING);
    }

    private static EventFixture jane() {
        return EventFixture.of("jane");
    }
}

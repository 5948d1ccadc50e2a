package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.Basis.EMAIL_DOMAIN;
import static io.corporateportals.assigner.model.Basis.PORTAL_URL;
import static io.corporateportals.assigner.model.Happening.unreadable;
import static io.corporateportals.assigner.model.Life.Change.ended;
import static io.corporateportals.assigner.model.Life.Change.refreshed;
import static io.corporateportals.assigner.model.Life.Change.started;
import static io.corporateportals.assigner.model.Life.given;
import static io.corporateportals.assigner.model.PortalFixture.portal;

import io.corporateportals.assigner.model.Happening.AboutPortal;
import org.junit.jupiter.api.Test;

/** What happens to learners, and what becomes of their assignments. */
class LifeHistoriesTest {
    private static final AboutPortal ACME =
            portal("acme").withDomains("acme.example").exists();
    private static final AboutPortal ACME_BY_URL = portal("acme").exists();

    @Test
    void aTypoIsCorrectedBeforeTheAddressIsVerified() {
        given(ACME_BY_URL)
                .when(jane().registersUnverifiedAt("acme", "jane@fimr.example"))
                .thenNothing()
                .when(jane().changesEmailUnverified("jane@firm.example"))
                .thenNothing()
                .when(jane().verifies("jane@firm.example"))
                .then(started("jane", "acme", PORTAL_URL));
    }

    @Test
    void toGmailAndBackIsAnOptOutAndAReturn() {
        given(ACME_BY_URL, jane().registersAt("acme", "jane@firm.example"))
                .when(jane().changesEmail("jane@gmail.com"))
                .then(ended("jane", "acme", PORTAL_URL))
                .when(jane().changesEmail("jane@firm.example"))
                .then(started("jane", "acme", PORTAL_URL));
    }

    @Test
    void whoRegistersPrivatelyAtTheUrlJoinsWithAnAddressOfTheCompanyOnly() {
        given(ACME)
                .when(jane().registersAt("acme", "jane@gmail.com"))
                .thenNothing()
                .when(jane().changesEmail("jane@firm.example"))
                .thenNothing()
                .when(jane().changesEmail("jane@acme.example"))
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aColleaguesLinkIsOpenedByAnotherPartnersEmployee() {
        given(ACME, portal("globex").withDomains("globex.example").exists())
                .when(jane().registersAt("acme", "jane@globex.example"))
                .then(started("jane", "globex", EMAIL_DOMAIN));
    }

    @Test
    void anUnverifiedChangeEndsTheAssignmentUntilTheNewAddressIsVerified() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().changesEmailUnverified("jane.doe@acme.example"))
                .then(ended("jane", "acme", EMAIL_DOMAIN))
                .when(jane().verifies("jane.doe@acme.example"))
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aVerificationOfAnotherAddressVerifiesNothing() {
        given(ACME, jane().registersUnverified("jane@acme.example"))
                .when(jane().verifies("jane@old.example"))
                .thenNothing()
                .when(jane().verifies("JANE@acme.example"))
                .thenNothing()
                .when(jane().verifies("jane@ACME.example."))
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void anObjectionEndsTheAssignmentAndItsWithdrawalStartsAnother() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().objects())
                .then(ended("jane", "acme", EMAIL_DOMAIN))
                .when(jane().changesEmail("jane.doe@acme.example"), jane().registers("jane@acme.example"))
                .thenNothing()
                .when(jane().withdrawsTheObjection())
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void anUnreadableRecordEndsTheAssignmentUntilTheNextReadableOne() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(unreadable("jane"))
                .then(ended("jane", "acme", EMAIL_DOMAIN))
                .when(unreadable("jane"))
                .thenNothing()
                .when(jane().doesSomethingElse())
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void anUnreadableRecordIsNotHealedByAnOldOneNorByAPortal() {
        var registration = jane().revision(5).registers("jane@acme.example");
        given(ACME, registration, unreadable("jane"))
                .when(registration, jane().revision(4).isCalled("Jane Doe"))
                .thenNothing()
                .when(portal("acme").withDomains("acme.example", "acme.test").exists())
                .thenNothing()
                .when(jane().revision(6).doesSomethingElse())
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void anUnreadableRecordOfAStrangerLeavesTheirRegistrationAlone() {
        given(ACME, unreadable("jane"))
                .when(jane().registers("jane@acme.example"))
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void oldRecordsThatComeAgainUnderTheirRevisionsChangeNothing() {
        given(
                        ACME,
                        jane().revision(1).registers("jane@acme.example"),
                        jane().revision(2).changesEmail("jane@gmail.com"))
                .when(
                        jane().revision(1).registers("jane@acme.example"),
                        jane().revision(2).changesEmail("jane@acme.example"))
                .thenNothing();
    }

    @Test
    void oldRecordsThatComeAgainUnderTheirIdsChangeNothing() {
        var registration = jane().registers("jane@acme.example");
        given(ACME, registration, jane().changesEmail("jane@gmail.com"))
                .when(registration)
                .thenNothing();
    }

    @Test
    void aRecordWithoutARevisionCountsAndLeavesTheLastRevisionInForce() {
        given(ACME, jane().revision(5).registers("jane@acme.example"))
                .when(jane().changesEmail("jane@gmail.com"))
                .then(ended("jane", "acme", EMAIL_DOMAIN))
                .when(jane().revision(5).changesEmail("jane@acme.example"))
                .thenNothing()
                .when(jane().revision(6).changesEmail("jane@acme.example"))
                .then(started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void theFirstRevisionOfALearnerWithoutOneCountsWhateverItIs() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().revision(-7).changesEmail("jane@gmail.com"))
                .then(ended("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aReimportOfAllUsersRefreshesWhatIsAnotherAndStartsWhatWasMissed() {
        given(ACME, jane().registers("jane@acme.example"), joe().registers("joe@elsewhere.example"))
                .when(
                        jane().registers("jane@acme.example"),
                        joe().registers("joe@acme.example"),
                        EventFixture.of("ann").registers("ann@acme.example"))
                .then(started("joe", "acme", EMAIL_DOMAIN), started("ann", "acme", EMAIL_DOMAIN))
                .when(jane().registersAs("Jane Doe", "jane@acme.example", null, true))
                .then(refreshed("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aReimportThatSaysUnverifiedEndsTheAssignment() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().registersUnverified("jane@acme.example"))
                .then(ended("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aReimportLeavesTheRegistrationTheFirst() {
        given(ACME_BY_URL, portal("globex").exists(), jane().registersAt("acme", "jane@firm.example"))
                .when(jane().registersAt("globex", "jane@firm.example"))
                .thenNothing()
                .when(jane().registersAt("globex", "jane@other.example"))
                .then(ended("jane", "acme", PORTAL_URL));
    }

    @Test
    void aTerminationEndsTheAssignmentAndNothingThatComesLateRevivesIt() {
        given(ACME, jane().registers("jane@acme.example"))
                .when(jane().terminates())
                .then(ended("jane", "acme", EMAIL_DOMAIN))
                .when(
                        jane().registers("jane@acme.example"),
                        jane().changesEmail("jane@acme.example"),
                        jane().terminates(),
                        unreadable("jane"),
                        portal("acme").withDomains("acme.example", "acme.test").exists())
                .thenNothing();
    }

    private static EventFixture jane() {
        return EventFixture.of("jane");
    }

    private static EventFixture joe() {
        return EventFixture.of("joe");
    }
}

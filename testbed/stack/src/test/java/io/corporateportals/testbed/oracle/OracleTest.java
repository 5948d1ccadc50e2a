package io.corporateportals.testbed.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleTest {
    private final Logs logs = new Logs();

    @Test
    void anOpenAssignmentHoldsTheLearnerAndWhatCameSince() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "Ada@ACME.example.");
        logs.started("ref", "ada", "acme");
        String login = logs.loggedIn("ada");
        String test = logs.passed("ada", 78);

        Map<String, Content> feed = feedOf("acme");
        assertThat(feed).containsOnlyKeys("ref", "ref/" + login, "ref/" + test);
        assertThat(feed.get("ref"))
                .hasToString("SharedLearner")
                .satisfies(learner -> assertThat(learner.fields())
                        .containsEntry("email", "Ada@ACME.example.")
                        .containsEntry("portalId", "acme"));
        assertThat(feed.get("ref/" + test))
                .hasToString("SharedTestResult")
                .satisfies(entry ->
                        assertThat(entry.fields()).containsEntry("score", 78.0).containsEntry("attempt", null));
        assertThat(logs.oracle().misplaced()).isEmpty();
    }

    @Test
    void anEndedAssignmentHoldsItsEndOnly() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref", "ada", "acme");
        logs.loggedIn("ada");
        logs.objects("ada");
        logs.ended("ref");

        assertThat(feedOf("acme")).containsOnlyKeys("ref");
        assertThat(feedOf("acme").get("ref")).hasToString("SharingEnded");
        assertThat(logs.oracle().misplaced()).isEmpty();
    }

    @Test
    void whatCameBeforeTheAssignmentIsNotThere() {
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.loggedIn("ada");
        logs.portal("acme", "acme.example", true);
        logs.backFilled("ref", "ada", "acme");
        logs.repeat(logs.userEvents.get(1));
        String login = logs.loggedIn("ada");

        assertThat(feedOf("acme")).containsOnlyKeys("ref", "ref/" + login);
        assertThat(logs.oracle().misplaced()).isEmpty();
    }

    @Test
    void aRepetitionChangesNothing() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref", "ada", "acme");
        String login = logs.loggedIn("ada");
        logs.changedAddress("ada", "ada.a@acme.example");
        logs.repeat(logs.userEvents.get(1));
        logs.repeat(logs.userEvents.get(0));

        assertThat(feedOf("acme")).containsOnlyKeys("ref", "ref/" + login);
        assertThat(feedOf("acme").get("ref"))
                .satisfies(learner -> assertThat(learner.fields()).containsEntry("email", "ada.a@acme.example"));
    }

    @Test
    void nothingOfAnUnsharedAssignmentIsThere() {
        logs.portal("acme", "acme.example", false);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.startedUnshared("ref", "ada", "acme");
        logs.loggedIn("ada");

        assertThat(feedOf("acme")).isEmpty();
        assertThat(logs.oracle().misplaced()).isEmpty();
        assertThat(logs.oracle().tally().portals().get("acme"))
                .satisfies(portal -> assertThat(portal.unshared()).isOne())
                .satisfies(portal -> assertThat(portal.whyUnshared()).isEqualTo("no agreement"));
    }

    @Test
    void aLearnerWhoIsNotAssignedIsMisplaced() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");

        assertThatMisplaced("must be assigned and is not, or not so");
    }

    @Test
    void aLearnerWhoStaysAssignedWithAPrivateAddressIsMisplacedTwice() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref", "ada", "acme");
        logs.changedAddress("ada", "ada@gmail.com");

        assertThatMisplaced("is assigned with a private address", "is assigned and must not be");
    }

    @Test
    void aLearnerWhoStaysAssignedToALateDecisionIsMisplaced() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref", "ada", "acme");
        logs.objects("ada");
        logs.loggedIn("ada");
        logs.ended("ref");

        assertThatMisplaced("is assigned in spite of the objection");
    }

    @Test
    void aLearnerOfAPortalThatIsGoneIsMisplaced() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref", "ada", "acme");
        logs.portalDeleted("acme");

        assertThatMisplaced("is assigned and must not be");
    }

    @Test
    void twoOpenAssignmentsOfALearnerAreMisplaced() {
        logs.portal("acme", "acme.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref", "ada", "acme");
        logs.started("other", "ada", "acme");

        assertThatMisplaced("an assignment starts while another one of the learner is open");
    }

    private void assertThatMisplaced(String... what) {
        assertThat(logs.oracle().misplaced()).extracting(Finding::what).containsExactlyInAnyOrder(what);
    }

    private Map<String, Content> feedOf(String portal) {
        return logs.oracle().feeds().getOrDefault(portal, Map.of());
    }
}

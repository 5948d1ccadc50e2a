package io.corporateportals.testbed.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.oracle.Finding.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada works for Acme all the time; Bob did until he changed to a private address. */
class PlantedFaultsTest {
    private final Logs logs = new Logs();
    private String adasLogin = "";
    private String bobsLogin = "";
    private String bobsLaterLogin = "";
    private Oracle oracle = logs.oracle();
    private Partner acme = new Partner("acme");

    @BeforeEach
    void aFeedThatIsRight() {
        logs.portal("acme", "acme.example", true);
        logs.portal("globex", "globex.example", true);
        logs.registered("ada", "Ada A.", "ada@acme.example");
        logs.started("ref-ada", "ada", "acme");
        logs.registered("bob", "Bob B.", "bob@acme.example");
        logs.started("ref-bob", "bob", "acme");
        adasLogin = logs.loggedIn("ada");
        bobsLogin = logs.loggedIn("bob");
        logs.changedAddress("bob", "bob@gmail.com");
        logs.ended("ref-bob");
        bobsLaterLogin = logs.loggedIn("bob");
        oracle = logs.oracle();
        acme = Partner.of(oracle, "acme");
    }

    @Test
    void aCopyIsRight() {
        assertThat(oracle.compare(List.of(acme.feed()))).isEmpty();
        assertThat(oracle.misplaced()).isEmpty();
    }

    @Test
    void aMissingEntryIsReported() {
        acme.sees("ref-ada/" + adasLogin, null);

        assertThatFound(acme.feed(), Kind.MISSING);
    }

    @Test
    void aFeedThatIsNotThereIsReported() {
        assertThat(oracle.compare(List.of())).hasSize(3).allMatch(finding -> finding.kind() == Kind.MISSING);
    }

    @Test
    void anExtraEntryIsReported() {
        Content entry = acme.live().getOrDefault("ref-ada/" + adasLogin, new Content("", Map.of()));
        acme.sees("ref-ada/5a90a2b5-95ff-4e4f-9d20-1ba40b9e86a7", entry);

        assertThatFound(acme.feed(), Kind.EXTRA, Kind.LEAKED);
    }

    @Test
    void anEntryThatIsCommittedTwiceIsReported() {
        acme.seesChanged("ref-ada/" + adasLogin, "kind", "LOGGED_IN");

        assertThatFound(acme.feed(), Kind.DUPLICATED);
    }

    @Test
    void anOldNameIsReported() {
        acme.seesChanged("ref-ada", "name", "Ada Z.");

        assertThatFound(acme.feed(), Kind.MISSING, Kind.EXTRA, Kind.LEAKED);
    }

    @Test
    void aValueAfterSharingEndedIsReportedThoughItWasTakenBack() {
        Content entry = oracleEntryOfBob();
        acme.sees("ref-bob/" + bobsLogin, entry);
        acme.sees("ref-bob/" + bobsLogin, null);

        assertThatFound(acme.feed(), Kind.LEAKED);
    }

    @Test
    void aValueAfterSharingEndedIsReportedThoughItWasNeverCommitted() {
        acme.sees("ref-bob/" + bobsLogin, oracleEntryOfBob());

        assertThatFound(acme.feedWithoutTheLast(1), Kind.LEAKED);
    }

    @Test
    void whatHappenedAfterTheOptOutIsReportedThoughItWasThereBeforeSharingEnded() {
        Partner early = new Partner("acme");
        Content entry = oracleEntryOfBob();
        early.sees("ref-bob/" + bobsLaterLogin, entry);
        early.sees("ref-bob/" + bobsLaterLogin, null);
        acme.live().forEach(early::sees);

        assertThatFound(early.feed(), Kind.LEAKED);
    }

    @Test
    void aPrivateAddressInAFormerEmployersFeedIsReportedThoughItWasThereBeforeSharingEnded() {
        Partner early = new Partner("acme");
        Assignment bobs = new Assignment("ref-bob", "bob", "acme", "EMAIL_DOMAIN", true, 1, startOfBob(), 0, 0);
        Account now = new Account(0, 0, 0, "Bob B.", "bob@gmail.com", true, null, null, false, false, false);
        early.sees("ref-bob", new Records("1").learner(bobs, now));
        acme.live().forEach(early::sees);

        assertThatFound(early.feed(), Kind.LEAKED);
    }

    @Test
    void anAddressFromWhileBobBelongedToAcmeIsNone() {
        Partner early = new Partner("acme");
        Assignment bobs = new Assignment("ref-bob", "bob", "acme", "EMAIL_DOMAIN", true, 1, startOfBob(), 0, 0);
        Account then = new Account(0, 0, 0, "Bob B.", "bob@acme.example", true, null, null, false, false, false);
        early.sees("ref-bob", new Records("1").learner(bobs, then));
        acme.live().forEach(early::sees);

        assertThat(oracle.compare(List.of(early.feed()))).isEmpty();
    }

    @Test
    void aStrayPortalsRecordIsReported() {
        acme.seesChanged("ref-ada/" + adasLogin, "portalId", "globex");

        assertThat(oracle.compare(List.of(acme.feed())))
                .extracting(Finding::kind)
                .contains(Kind.CROSSED);
    }

    @Test
    void aLearnerInTheFeedOfAPortalOfOthersIsReported() {
        Partner globex = Partner.of(oracle, "globex");
        acme.live().forEach(globex::sees);
        globex.seesChanged("ref-ada", "portalId", "globex");

        assertThat(oracle.compare(List.of(acme.feed(), globex.feed())))
                .filteredOn(finding -> finding.kind() == Kind.CROSSED)
                .extracting(Finding::key)
                .contains("ref-ada", "ref-ada/" + adasLogin, "ref-bob");
    }

    @Test
    void aFieldThatThePolicyDoesNotNameIsReported() {
        acme.seesChanged("ref-ada", "userId", "ada");
        assertThatFound(acme.feed(), Kind.MISSING, Kind.EXTRA, Kind.LEAKED);
    }

    @Test
    void aHeartbeatThatSaysMoreIsReported() {
        acme.heartbeat(Map.of("portalId", "acme", "writtenAt", 1L, "learners", 2));

        assertThatFound(acme.feed(), Kind.LEAKED);
    }

    private void assertThatFound(Feed feed, Kind... kinds) {
        assertThat(oracle.compare(List.of(feed))).extracting(Finding::kind).containsExactlyInAnyOrder(kinds);
    }

    private long startOfBob() {
        Content registered = logs.userEvents.get(1).content();
        return registered == null ? 0 : registered.number("occurredAt");
    }

    private Content oracleEntryOfBob() {
        Assignment bobs = new Assignment("ref-bob", "bob", "acme", "EMAIL_DOMAIN", true, 1, startOfBob(), 0, 0);
        Content login = logs.userEvents.get(3).content();
        return new Records("1").entry(bobs, login == null ? new Content("", Map.of()) : login);
    }
}

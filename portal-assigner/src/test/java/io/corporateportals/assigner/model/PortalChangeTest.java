package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.Claim.Refusal.CLAIMED_EARLIER;
import static io.corporateportals.assigner.model.Claim.Refusal.NOT_A_DOMAIN;
import static io.corporateportals.assigner.model.PortalFixture.portal;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.Portal.State;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a portal's event makes of the portal, its domains and its hosts. */
class PortalChangeTest {
    private final Catalogue catalogue = new Catalogue();

    @Test
    void takesThePortalAsTheEventHasIt() {
        PortalFixture acme = portal("acme").includingSubdomains().suspended().withoutAgreement();

        assertThat(after(acme).portal()).isEqualTo(acme.portal());
    }

    @Test
    void changesNothingWhereAPortalIsDeletedThatNeverWas() {
        assertThat(catalogue.apply(Happening.deleted("acme").event())).isNull();
    }

    @Test
    void keepsOfADeletedPortalItsHostsAlone() {
        after(portal("acme").withDomains("acme.example"));

        PortalChange change = after(Happening.deleted("acme"));

        assertThat(change.portal().state()).isEqualTo(State.DELETED);
        assertThat(change.claims()).isEmpty();
        assertThat(catalogue.hosts()).containsEntry(Happening.hostOf("acme"), new PortalId("acme"));
    }

    @Test
    void keepsTheFirstPlaceInTheLineThroughUpdates() {
        after(portal("acme").withDomains("acme.example"));
        after(portal("globex").withDomains("acme.example"));

        assertThat(answers(after(portal("acme").withDomains("acme.test", "ACME.example."))))
                .containsExactlyInAnyOrder(
                        "acme ACME.example. since 0",
                        "acme acme.test since 2",
                        "globex acme.example " + CLAIMED_EARLIER);
    }

    @Test
    void keepsTheSecondPlaceInTheLineThroughUpdates() {
        after(portal("acme").withDomains("acme.example"));
        after(portal("globex").withDomains("acme.example"));
        after(portal("umbrella").withDomains("acme.example"));
        after(portal("globex").withDomains("acme.example"));

        assertThat(answers(after(Happening.deleted("acme"))))
                .containsExactlyInAnyOrder("globex acme.example since 1", "umbrella acme.example " + CLAIMED_EARLIER);
    }

    @Test
    void putsADomainThatWasLetGoAndClaimedAgainAtTheEndOfTheLine() {
        after(portal("acme").withDomains("acme.example"));
        after(portal("globex").withDomains("acme.example"));
        after(portal("acme"));

        assertThat(answers(after(portal("acme").withDomains("acme.example"))))
                .containsExactlyInAnyOrder("globex acme.example since 1", "acme acme.example " + CLAIMED_EARLIER);
    }

    @Test
    void putsAPortalThatIsDeletedAndCreatedAgainAtTheEndOfTheLine() {
        after(portal("acme").withDomains("acme.example"));
        after(portal("globex").withDomains("acme.example"));
        after(Happening.deleted("acme"));

        PortalChange change = after(portal("acme").withDomains("acme.example"));

        assertThat(change.portal().state()).isEqualTo(State.ACTIVE);
        assertThat(answers(change))
                .containsExactlyInAnyOrder("globex acme.example since 1", "acme acme.example " + CLAIMED_EARLIER);
    }

    @Test
    void countsADomainThatIsWrittenTwiceOnce() {
        assertThat(answers(after(portal("acme").withDomains("acme.example", "ACME.example"))))
                .containsExactly("acme acme.example since 0");
    }

    @Test
    void refusesOneDomainAndTakesTheRest() {
        assertThat(answers(after(portal("acme").withDomains("acme_.example", "acme.example"))))
                .containsExactlyInAnyOrder("acme acme_.example " + NOT_A_DOMAIN, "acme acme.example since 0");
    }

    @Test
    void leavesASuspendedPortalItsDomains() {
        after(portal("acme").withDomains("acme.example"));
        after(portal("globex").withDomains("acme.example"));

        assertThat(answers(after(portal("acme").withDomains("acme.example").suspended())))
                .contains("acme acme.example since 0");
    }

    @Test
    void givesAHostToTheFirstThatAsksForIt() {
        PortalChange change = after(portal("acme").atHost("Learn.ACME.example"));

        assertThat(change.newHost()).isEqualTo(new DomainName("learn.acme.example"));
        assertThat(change.refusedHost()).isNull();
    }

    @Test
    void givesAHostOnce() {
        after(portal("acme"));

        PortalChange change = after(portal("acme"));

        assertThat(change.newHost()).isNull();
        assertThat(change.refusedHost()).isNull();
    }

    @Test
    void givesAPortalItsFormerHostAgain() {
        after(portal("acme"));
        after(portal("acme").atHost("learn.acme.example"));

        PortalChange change = after(portal("acme"));

        assertThat(change.newHost()).isNull();
        assertThat(change.refusedHost()).isNull();
    }

    @Test
    void refusesAHostThatIsAnothersEvenIfThatOneMovedOrIsGone() {
        String host = Happening.hostOf("acme").value();
        after(portal("acme"));

        assertThat(after(portal("globex").atHost(host)).refusedHost()).isEqualTo(host);
        after(portal("acme").atHost("learn.acme.example"));
        assertThat(after(portal("globex").atHost(host)).refusedHost()).isEqualTo(host);
        after(Happening.deleted("acme"));
        assertThat(after(portal("globex").atHost(host)).refusedHost()).isEqualTo(host);
        assertThat(after(portal("globex").atHost(host)).newHost()).isNull();
        assertThat(catalogue.hosts()).containsEntry(Happening.hostOf("acme"), new PortalId("acme"));
    }

    @Test
    void refusesAHostThatIsNone() {
        PortalChange change = after(portal("acme").atHost("not a host").withDomains("acme.example"));

        assertThat(change.refusedHost()).isEqualTo("not a host");
        assertThat(change.newHost()).isNull();
        assertThat(answers(change)).containsExactly("acme acme.example since 0");
    }

    private PortalChange after(PortalFixture portal) {
        return after(portal.exists());
    }

    private PortalChange after(AboutPortal event) {
        return Objects.requireNonNull(catalogue.apply(event.event()));
    }

    private static List<String> answers(PortalChange change) {
        return change.claims().stream()
                .map(claim -> claim.portal() + " " + claim.asWritten() + " "
                        + (claim.refusal() == null ? "since " + claim.since() : claim.refusal()))
                .toList();
    }
}

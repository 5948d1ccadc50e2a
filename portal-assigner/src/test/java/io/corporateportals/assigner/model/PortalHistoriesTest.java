package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.Basis.EMAIL_DOMAIN;
import static io.corporateportals.assigner.model.Basis.PORTAL_URL;
import static io.corporateportals.assigner.model.Happening.deleted;
import static io.corporateportals.assigner.model.Life.Change.ended;
import static io.corporateportals.assigner.model.Life.Change.started;
import static io.corporateportals.assigner.model.Life.given;
import static io.corporateportals.assigner.model.PortalFixture.portal;

import org.junit.jupiter.api.Test;

/** What happens to portals, and what becomes of their learners. */
class PortalHistoriesTest {
    private static final String OLD_HOST = Happening.hostOf("acme").value();

    @Test
    void aPortalArrivesAfterWhoeverRegisteredAtItsUrlOrHasItsDomain() {
        given(
                        jane().registersAt("acme", "jane@firm.example"),
                        joe().registers("joe@acme.example"),
                        EventFixture.of("ann").registers("ann@elsewhere.example"))
                .when(portal("acme").withDomains("acme.example").exists())
                .then(started("jane", "acme", PORTAL_URL), started("joe", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aRenamedHostKeepsWhoeverRegisteredAtTheOldOne() {
        given(portal("acme").exists(), jane().registersAt("acme", "jane@firm.example"))
                .when(portal("acme").atHost("learn.acme.example").exists())
                .thenNothing()
                .when(jane().changesEmail("jane@gmail.com"), jane().changesEmail("jane@firm.example"))
                .then(ended("jane", "acme", PORTAL_URL), started("jane", "acme", PORTAL_URL));
    }

    @Test
    void aHostThatAnotherPortalClaimsStaysWithTheFirst() {
        given(portal("acme").exists(), jane().registersAt("acme", "jane@firm.example"))
                .when(portal("globex").atHost(OLD_HOST).exists())
                .thenNothing()
                .when(joe().registersAt("acme", "joe@firm.example"))
                .then(started("joe", "acme", PORTAL_URL));
    }

    @Test
    void aHostThatItsPortalGaveUpIsNobodyElsesEither() {
        given(
                        portal("acme").exists(),
                        portal("acme").atHost("learn.acme.example").exists(),
                        jane().registersAt("acme", "jane@firm.example"))
                .when(deleted("acme"))
                .then(ended("jane", "acme", PORTAL_URL))
                .when(portal("globex").atHost(OLD_HOST).exists())
                .thenNothing();
    }

    @Test
    void twoPortalsClaimOneDomainAndTheFirstLetsGo() {
        given(
                        portal("acme").withDomains("shared.example").exists(),
                        portal("globex").withDomains("shared.example").exists())
                .when(jane().registers("jane@shared.example"))
                .then(started("jane", "acme", EMAIL_DOMAIN))
                .when(portal("acme").withDomains("acme.example").exists())
                .then(ended("jane", "acme", EMAIL_DOMAIN), started("jane", "globex", EMAIL_DOMAIN))
                .when(portal("acme").withDomains("shared.example").exists())
                .thenNothing()
                .when(deleted("globex"))
                .then(ended("jane", "globex", EMAIL_DOMAIN), started("jane", "acme", EMAIL_DOMAIN));
    }

    @Test
    void aSuspendedPortalHasNobodyAndKeepsItsDomainFromOthers() {
        given(
                        portal("acme").withDomains("acme.example").exists(),
                        portal("globex").withDomains("acme.example").exists(),
                        jane().registers("jane@acme.example"),
                        joe().registersAt("acme", "joe@firm.example"))
                .when(portal("acme").withDomains("acme.example").suspended().exists())
                .then(ended("jane", "acme", EMAIL_DOMAIN), ended("joe", "acme", PORTAL_URL))
                .when(portal("acme").withDomains("acme.example").exists())
                .then(started("jane", "acme", EMAIL_DOMAIN), started("joe", "acme", PORTAL_URL));
    }

    @Test
    void aDeletedPortalThatIsCreatedAgainHasWhoeverRegisteredAtItsUrl() {
        given(
                        portal("acme").withDomains("acme.example").exists(),
                        jane().registersAt("acme", "jane@firm.example"),
                        joe().registers("joe@acme.example"))
                .when(deleted("acme"))
                .then(ended("jane", "acme", PORTAL_URL), ended("joe", "acme", EMAIL_DOMAIN))
                .when(portal("acme").atHost("learn.acme.example").exists())
                .then(started("jane", "acme", PORTAL_URL));
    }

    @Test
    void whoeverIsAtTheUrlGoesWhenAnotherPortalClaimsTheirDomainAndReturnsWhenItLetsGo() {
        given(portal("acme").exists(), jane().registersAt("acme", "jane@globex.example"))
                .when(portal("globex").withDomains("globex.example").exists())
                .then(ended("jane", "acme", PORTAL_URL), started("jane", "globex", EMAIL_DOMAIN))
                .when(portal("globex").exists())
                .then(ended("jane", "globex", EMAIL_DOMAIN), started("jane", "acme", PORTAL_URL));
    }

    @Test
    void subdomainsThatAreIncludedOrNoLongerMoveWhoeverIsBelow() {
        given(portal("acme").withDomains("acme.example").exists(), jane().registers("jane@eu.acme.example"))
                .when(portal("acme")
                        .withDomains("acme.example")
                        .includingSubdomains()
                        .exists())
                .then(started("jane", "acme", EMAIL_DOMAIN))
                .when(portal("europe").withDomains("eu.acme.example").exists())
                .then(ended("jane", "acme", EMAIL_DOMAIN), started("jane", "europe", EMAIL_DOMAIN))
                .when(deleted("europe"))
                .then(ended("jane", "europe", EMAIL_DOMAIN), started("jane", "acme", EMAIL_DOMAIN))
                .when(portal("acme").withDomains("acme.example").exists())
                .then(ended("jane", "acme", EMAIL_DOMAIN));
    }

    private static EventFixture jane() {
        return EventFixture.of("jane");
    }

    private static EventFixture joe() {
        return EventFixture.of("joe");
    }
}

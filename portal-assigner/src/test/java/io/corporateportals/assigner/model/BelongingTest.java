package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.Basis.EMAIL_DOMAIN;
import static io.corporateportals.assigner.model.Basis.PORTAL_URL;
import static io.corporateportals.assigner.model.LearnerFixture.learner;
import static io.corporateportals.assigner.model.PolicyFixture.Switch.ANY_OTHER_DOMAIN_IS_PRIVATE;
import static io.corporateportals.assigner.model.PolicyFixture.Switch.OTHER_PORTALS_DOMAIN_BEATS_URL;
import static io.corporateportals.assigner.model.PolicyFixture.Switch.PRIVATE_REGISTRATION_OPTS_OUT;
import static io.corporateportals.assigner.model.PolicyFixture.asShipped;
import static io.corporateportals.assigner.model.PolicyFixture.without;
import static io.corporateportals.assigner.model.PortalFixture.portal;
import static io.corporateportals.assigner.model.PortalFixture.portals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule table, row by row, and what the bullets under it add to a row. */
class BelongingTest {
    private static final Portals NONE = portals();
    private static final Portals ACME = portals(portal("acme").withDomains("acme.example"));
    private static final Portals ACME_BY_URL = portals(portal("acme"));
    private static final Portals ACME_AND_GLOBEX =
            portals(portal("acme").withDomains("acme.example"), portal("globex").withDomains("globex.example"));

    private record Row(
            String situation,
            Account account,
            Portals portals,
            Policy policy,
            @Nullable Terms outcome) {
        @Override
        public String toString() {
            return situation;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"exclusions", "atTheUrl", "inADomain", "switches"})
    void decides(Row row) {
        assertThat(Belonging.decide(row.account, row.portals, row.policy)).isEqualTo(row.outcome);
    }

    static Stream<Row> exclusions() {
        return Stream.of(
                nowhere("0: after an unreadable record", atAcme().afterAnUnreadableRecord(), ACME_BY_URL),
                nowhere("0: after an unreadable record, by domain", inAcme().afterAnUnreadableRecord(), ACME),
                new Row("1: terminated", learner().terminated(), ACME, asShipped(), null),
                nowhere("1: objects, at the URL", atAcme().objecting(), ACME_BY_URL),
                nowhere("1: objects, in the domain", inAcme().objecting(), ACME),
                nowhere("2: never verified, at the URL", atAcme().unverified(), ACME_BY_URL),
                nowhere("2: never verified, in the domain", inAcme().unverified(), ACME),
                nowhere(
                        "2: verified once, not now",
                        inAcme().firstVerifiedAs("jane@old.example").unverified(),
                        ACME));
    }

    static Stream<Row> atTheUrl() {
        return Stream.of(
                belongs("3: registered at the URL", atAcme(), ACME_BY_URL, "acme", PORTAL_URL),
                belongs("3: the domain is the portal's too", inAcme().registeredAt("acme"), ACME, "acme", PORTAL_URL),
                belongs(
                        "3: another mailbox in the first verified domain",
                        atAcme().withEmail("jane.roe+course@acme-mail.example").firstVerifiedAs("j@acme-mail.example"),
                        ACME_BY_URL,
                        "acme",
                        PORTAL_URL),
                belongs(
                        "3: the other portal's claim to the domain came later",
                        inAcme().registeredAt("acme"),
                        portals(
                                portal("acme").withDomains("acme.example"),
                                portal("globex").withDomains("acme.example")),
                        "acme",
                        PORTAL_URL),
                nowhere(
                        "3 not: the portal is suspended",
                        atAcme(),
                        portals(portal("acme").suspended())),
                nowhere("3 not: no portal has the host", atAcme(), NONE),
                nowhere(
                        "3 not: the first verified address was in no domain",
                        atAcme().withEmail("jane@acme-mail.example").firstVerifiedAs("jane@[192.0.2.1]"),
                        ACME_BY_URL),
                nowhere(
                        "3 not: the domain is a suspended portal's",
                        inGlobex().registeredAt("acme"),
                        portals(
                                portal("acme"),
                                portal("globex").withDomains("globex.example").suspended())),
                nowhere("4: registered at the URL with a private address", privatelyAtAcme(), ACME_BY_URL),
                nowhere(
                        "4: a private address below the portal's own domain",
                        learner().registeredAt("acme").withEmail("jane@webmail.acme.example"),
                        portals(portal("acme").withDomains("acme.example").includingSubdomains())));
    }

    static Stream<Row> inADomain() {
        Portals wide = portals(portal("acme").withDomains("acme.example").includingSubdomains());
        return Stream.of(
                belongs("5: in the domain", inAcme(), ACME, "acme", EMAIL_DOMAIN),
                belongs(
                        "5: as an LMS may write it",
                        learner().withEmail("Jane@ACME.Example."),
                        ACME,
                        "acme",
                        EMAIL_DOMAIN),
                belongs(
                        "5: a domain in another script",
                        learner().withEmail("jane@STRAẞE.example"),
                        portals(portal("acme").withDomains("straße.example")),
                        "acme",
                        EMAIL_DOMAIN),
                belongs(
                        "5: split at the last @",
                        learner().withEmail("\"x@a\"@acme.example"),
                        ACME,
                        "acme",
                        EMAIL_DOMAIN),
                belongs("5: below the domain", learner().withEmail("j@eu.acme.example"), wide, "acme", EMAIL_DOMAIN),
                belongs(
                        "5: far below the domain",
                        learner().withEmail("j@a.b.acme.example"),
                        wide,
                        "acme",
                        EMAIL_DOMAIN),
                belongs(
                        "5: another portal's URL weighs less",
                        inGlobex().registeredAt("acme"),
                        ACME_AND_GLOBEX,
                        "globex",
                        EMAIL_DOMAIN),
                belongs(
                        "5: came to the domain later",
                        inAcme().firstVerifiedAs("j@old.example"),
                        ACME,
                        "acme",
                        EMAIL_DOMAIN),
                nowhere("6: below a domain that does not include it", learner().withEmail("j@eu.acme.example"), ACME),
                nowhere("6: the domain is part of another", learner().withEmail("j@acme.example.evil.example"), wide),
                nowhere("6: the domain ends like the portal's", learner().withEmail("j@notacme.example"), wide),
                nowhere(
                        "6: the domain's portal is suspended",
                        inAcme(),
                        portals(portal("acme").withDomains("acme.example").suspended())),
                nowhere("6: in no portal's domain", learner(), ACME_AND_GLOBEX),
                nowhere("6: an address literal", learner().withEmail("jane@[192.0.2.1]"), wide),
                nowhere("6: a domain with an underscore", learner().withEmail("jane@my_family.acme.example"), wide),
                nowhere(
                        "6: left the portal's URL for a private address",
                        privatelyAtAcme().firstVerifiedAs("j@acme.example"),
                        ACME),
                nowhere(
                        "6: left the portal's URL for any other domain",
                        atAcme().firstVerifiedAs("j@acme.example"),
                        ACME),
                nowhere(
                        "6: a refused claim gives no domain",
                        privately(),
                        portals(portal("acme").withDomains("gmail.com"))));
    }

    static Stream<Row> switches() {
        return Stream.of(
                new Row(
                        "row 4 off: a private address at the URL",
                        privatelyAtAcme().account(),
                        ACME_BY_URL,
                        without(PRIVATE_REGISTRATION_OPTS_OUT),
                        terms("acme", PORTAL_URL)),
                new Row(
                        "row 4 off: to change to a private address is the opt-out all the same",
                        privatelyAtAcme().firstVerifiedAs("j@acme-mail.example").account(),
                        ACME_BY_URL,
                        without(PRIVATE_REGISTRATION_OPTS_OUT),
                        null),
                new Row(
                        "other domains are not private: any of them stays",
                        atAcme().firstVerifiedAs("j@old.example").account(),
                        ACME_BY_URL,
                        without(ANY_OTHER_DOMAIN_IS_PRIVATE),
                        terms("acme", PORTAL_URL)),
                new Row(
                        "other domains are not private: a provider's is",
                        privatelyAtAcme().firstVerifiedAs("j@old.example").account(),
                        ACME_BY_URL,
                        without(ANY_OTHER_DOMAIN_IS_PRIVATE),
                        null),
                new Row(
                        "other domains are not private, and row 4 off: a provider's still is",
                        privatelyAtAcme().firstVerifiedAs("j@old.example").account(),
                        ACME_BY_URL,
                        without(ANY_OTHER_DOMAIN_IS_PRIVATE, PRIVATE_REGISTRATION_OPTS_OUT),
                        null),
                new Row(
                        "other domains are not private: what is no domain is not one of them",
                        atAcme().firstVerifiedAs("j@old.example")
                                .withEmail("jane@[192.0.2.1]")
                                .account(),
                        ACME_BY_URL,
                        without(ANY_OTHER_DOMAIN_IS_PRIVATE),
                        null),
                new Row(
                        "another portal's domain weighs less than the URL",
                        inGlobex().registeredAt("acme").account(),
                        ACME_AND_GLOBEX,
                        without(OTHER_PORTALS_DOMAIN_BEATS_URL),
                        terms("acme", PORTAL_URL)));
    }

    private static LearnerFixture atAcme() {
        return learner().registeredAt("acme").withEmail("jane@acme-mail.example");
    }

    private static LearnerFixture inAcme() {
        return learner().withEmail("jane@acme.example");
    }

    private static LearnerFixture inGlobex() {
        return learner().withEmail("jane@globex.example");
    }

    private static LearnerFixture privately() {
        return learner().withEmail("jane@gmail.com");
    }

    private static LearnerFixture privatelyAtAcme() {
        return privately().registeredAt("acme");
    }

    private static Row belongs(String situation, LearnerFixture who, Portals portals, String portal, Basis basis) {
        return new Row(situation, who.account(), portals, asShipped(), terms(portal, basis));
    }

    private static Row nowhere(String situation, LearnerFixture who, Portals portals) {
        return new Row(situation, who.account(), portals, asShipped(), null);
    }

    private static Terms terms(String portal, Basis basis) {
        return new Terms(new PortalId(portal), basis, true);
    }
}

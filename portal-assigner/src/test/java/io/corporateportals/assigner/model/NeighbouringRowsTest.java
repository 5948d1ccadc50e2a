package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.LearnerFixture.learner;
import static io.corporateportals.assigner.model.PolicyFixture.Switch.PRIVATE_REGISTRATION_OPTS_OUT;
import static io.corporateportals.assigner.model.PolicyFixture.asShipped;
import static io.corporateportals.assigner.model.PolicyFixture.without;
import static io.corporateportals.assigner.model.PortalFixture.portal;
import static io.corporateportals.assigner.model.PortalFixture.portals;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two rows of the rule table that could be mistaken for each other: one fact differs, and the outcome with it. Rows that
 * both lead nowhere are told apart by what has to change before the learner belongs somewhere.
 */
class NeighbouringRowsTest {
    private static final String NOWHERE = "nowhere";
    private static final Portals ACME = portals(portal("acme").withDomains("acme.example"));

    @Test
    void anUnreadableRecordHidesWhatWouldHaveBeenAnAssignment() {
        assertThat(outcome(inAcme(), ACME)).isEqualTo("acme EMAIL_DOMAIN");
        assertThat(outcome(inAcme().afterAnUnreadableRecord(), ACME)).isEqualTo(NOWHERE);
    }

    @Test
    void row1AndRow2EachStandInTheWayAlone() {
        assertThat(outcome(inAcme().objecting().unverified(), ACME)).isEqualTo(NOWHERE);
        assertThat(outcome(inAcme().objecting(), ACME)).isEqualTo(NOWHERE);
        assertThat(outcome(inAcme().unverified(), ACME)).isEqualTo(NOWHERE);
        assertThat(outcome(inAcme(), ACME)).isEqualTo("acme EMAIL_DOMAIN");
    }

    @Test
    void row1AndRow3AreToldApartByTheObjection() {
        assertThat(outcome(inAcme().registeredAt("acme").objecting(), ACME)).isEqualTo(NOWHERE);
        assertThat(outcome(inAcme().registeredAt("acme"), ACME)).isEqualTo("acme PORTAL_URL");
    }

    @Test
    void row2AndRow3AreToldApartByTheVerification() {
        assertThat(outcome(inAcme().registeredAt("acme").unverified(), ACME)).isEqualTo(NOWHERE);
        assertThat(outcome(inAcme().registeredAt("acme"), ACME)).isEqualTo("acme PORTAL_URL");
    }

    @Test
    void row3AndRow4AreToldApartByTheProvider() {
        assertThat(outcome(learner().registeredAt("acme").withEmail("jane@firm.example"), ACME))
                .isEqualTo("acme PORTAL_URL");
        assertThat(outcome(learner().registeredAt("acme").withEmail("jane@gmail.com"), ACME))
                .isEqualTo(NOWHERE);
    }

    @Test
    void row3AndRow4AreToldApartByTheSwitch() {
        Learner privately =
                learner().registeredAt("acme").withEmail("jane@gmail.com").account();

        assertThat(outcome(privately, ACME, without(PRIVATE_REGISTRATION_OPTS_OUT)))
                .isEqualTo("acme PORTAL_URL");
        assertThat(outcome(privately, ACME, asShipped())).isEqualTo(NOWHERE);
    }

    @Test
    void row3AndRow5AreToldApartByTheUrl() {
        assertThat(outcome(inAcme().registeredAt("acme"), ACME)).isEqualTo("acme PORTAL_URL");
        assertThat(outcome(inAcme(), ACME)).isEqualTo("acme EMAIL_DOMAIN");
    }

    @Test
    void row3AndRow5AreToldApartByWhoseDomainItIs() {
        LearnerFixture someone = learner().registeredAt("acme").withEmail("jane@globex.example");

        assertThat(outcome(someone, portals(portal("acme"), portal("globex")))).isEqualTo("acme PORTAL_URL");
        assertThat(outcome(someone, portals(portal("acme"), portal("globex").withDomains("globex.example"))))
                .isEqualTo("globex EMAIL_DOMAIN");
    }

    @Test
    void row3AndRow5AreToldApartByTheFirstVerifiedDomain() {
        assertThat(outcome(inAcme().registeredAt("acme").firstVerifiedAs("jane@acme.example"), ACME))
                .isEqualTo("acme PORTAL_URL");
        assertThat(outcome(inAcme().registeredAt("acme").firstVerifiedAs("jane@old.example"), ACME))
                .isEqualTo("acme EMAIL_DOMAIN");
    }

    @Test
    void row3AndRow6AreToldApartByTheFirstVerifiedDomain() {
        LearnerFixture stays = learner().registeredAt("acme").withEmail("jane@firm.example");
        LearnerFixture leaves = learner().registeredAt("acme").withEmail("jane@firm.example");

        assertThat(outcome(stays.firstVerifiedAs("j@firm.example"), ACME)).isEqualTo("acme PORTAL_URL");
        assertThat(outcome(leaves.firstVerifiedAs("j@other.example"), ACME)).isEqualTo(NOWHERE);
    }

    @Test
    void row4AndRow5AreToldApartByTheUrl() {
        Portals wide = portals(portal("acme").withDomains("acme.example").includingSubdomains());

        assertThat(outcome(learner().registeredAt("acme").withEmail("jane@webmail.acme.example"), wide))
                .isEqualTo(NOWHERE);
        assertThat(outcome(learner().withEmail("jane@webmail.acme.example"), wide))
                .isEqualTo("acme EMAIL_DOMAIN");
    }

    @Test
    void row5AndRow6AreToldApartByTheDomain() {
        assertThat(outcome(inAcme(), ACME)).isEqualTo("acme EMAIL_DOMAIN");
        assertThat(outcome(learner().withEmail("jane@acme.test"), ACME)).isEqualTo(NOWHERE);
    }

    @Test
    void row5AndRow6AreToldApartByTheSubdomainsIncluded() {
        LearnerFixture below = learner().withEmail("jane@eu.acme.example");

        assertThat(outcome(
                        below,
                        portals(portal("acme").withDomains("acme.example").includingSubdomains())))
                .isEqualTo("acme EMAIL_DOMAIN");
        assertThat(outcome(below, ACME)).isEqualTo(NOWHERE);
    }

    @Test
    void row5AndRow6AreToldApartByTheSuspension() {
        assertThat(outcome(inAcme(), ACME)).isEqualTo("acme EMAIL_DOMAIN");
        assertThat(outcome(
                        inAcme(),
                        portals(portal("acme").withDomains("acme.example").suspended())))
                .isEqualTo(NOWHERE);
    }

    private static LearnerFixture inAcme() {
        return learner().withEmail("jane@acme.example");
    }

    private static String outcome(LearnerFixture learner, Portals portals) {
        return outcome(learner.account(), portals, asShipped());
    }

    private static String outcome(Learner learner, Portals portals, Policy policy) {
        @Nullable Terms terms = Belonging.decide(learner, portals, policy);
        return terms == null ? NOWHERE : terms.portal() + " " + terms.basis();
    }
}

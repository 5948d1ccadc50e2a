package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.LearnerFixture.learner;
import static io.corporateportals.assigner.model.PolicyFixture.asShipped;
import static io.corporateportals.assigner.model.PortalFixture.portal;
import static io.corporateportals.assigner.model.PortalFixture.portals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether an assignment may be shared: the agreement, and a country that the data may go to. */
class SharingTest {
    private record Case(String condition, PortalFixture portal, boolean shared) {
        @Override
        public String toString() {
            return condition;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAllowedOnlyWhereEveryConditionIsMet(Case situation) {
        assertThat(Sharing.isAllowed(situation.portal.portal(), asShipped())).isEqualTo(situation.shared);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("agreement, EEA", portal("acme").inCountry("DE"), true),
                new Case("agreement, EEA, written small", portal("acme").inCountry("no"), true),
                new Case("agreement, adequate country", portal("acme").inCountry("JP"), true),
                new Case("agreement, other country", portal("acme").inCountry("US"), false),
                new Case(
                        "agreement, other country, safeguard",
                        portal("acme").inCountry("US").withSafeguard(),
                        true),
                new Case("no agreement, EEA", portal("acme").withoutAgreement(), false),
                new Case(
                        "no agreement, safeguard",
                        portal("acme").inCountry("US").withSafeguard().withoutAgreement(),
                        false),
                new Case("neither", portal("acme").inCountry("US").withoutAgreement(), false));
    }

    @Test
    void anUnmetConditionDoesNotKeepALearnerOutOfThePortal() {
        Portals portals = portals(portal("acme").withoutAgreement());
        @Nullable Terms terms = Belonging.decide(learner().registeredAt("acme").account(), portals, asShipped());

        assertThat(terms).isEqualTo(new Terms(new PortalId("acme"), Basis.PORTAL_URL, false));
    }
}

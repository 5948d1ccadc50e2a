package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.PortalFixture.portal;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.Happening.AboutPortal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose learners are decided again after a portal's event. */
class ConcernTest {
    private static final DomainName HOST = Happening.hostOf("acme");

    private final Catalogue catalogue = new Catalogue();

    @Test
    void aNewPortalConcernsItsDomainsAndItsHost() {
        assertThat(concerns(
                        portal("acme").withDomains("acme.example", "acme.test").exists()))
                .containsExactly(new Concern(acme(), domains("acme.example", "acme.test"), Set.of(), Set.of(HOST)));
    }

    @Test
    void aPortalThatIncludesSubdomainsConcernsWhatIsBelow() {
        assertThat(concerns(portal("acme")
                        .withDomains("acme.example")
                        .includingSubdomains()
                        .exists()))
                .containsExactly(new Concern(acme(), domains("acme.example"), domains("acme.example"), Set.of(HOST)));
    }

    @Test
    void aPortalThatNoLongerIncludesSubdomainsConcernsWhatIsBelow() {
        concerns(
                portal("acme").withDomains("acme.example").includingSubdomains().exists());

        assertThat(concerns(portal("acme").withDomains("acme.example").exists()))
                .containsExactly(new Concern(acme(), domains("acme.example"), domains("acme.example"), Set.of(HOST)));
    }

    @Test
    void aChangedPortalConcernsTheDomainsThatItHadToo() {
        concerns(portal("acme").withDomains("old.example").exists());

        assertThat(concerns(portal("acme").withDomains("new.example").exists()))
                .containsExactly(new Concern(acme(), domains("old.example", "new.example"), Set.of(), Set.of(HOST)));
    }

    @Test
    void aRenamedPortalConcernsAllHostsThatItEverHad() {
        concerns(portal("acme").exists());

        assertThat(concerns(portal("acme").atHost("learn.acme.example").exists()))
                .containsExactly(
                        new Concern(acme(), Set.of(), Set.of(), Set.of(HOST, new DomainName("learn.acme.example"))));
    }

    @Test
    void aPortalWhoseHostIsRefusedConcernsItsOwnHostsAlone() {
        concerns(portal("acme").exists());

        assertThat(concerns(portal("globex").atHost(HOST.value()).exists()))
                .containsExactly(new Concern(new PortalId("globex"), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void aDeletedPortalConcernsWhatItHad() {
        concerns(
                portal("acme").withDomains("acme.example").includingSubdomains().exists());

        assertThat(concerns(Happening.deleted("acme")))
                .containsExactly(new Concern(acme(), domains("acme.example"), domains("acme.example"), Set.of(HOST)));
    }

    @Test
    void aDomainThatIsLetGoConcernsWhoeverIsNextInTheLineToo() {
        concerns(portal("acme").withDomains("acme.example").exists());
        concerns(portal("globex")
                .withDomains("acme.example")
                .includingSubdomains()
                .exists());

        assertThat(concerns(portal("acme").exists()))
                .containsExactly(
                        new Concern(acme(), domains("acme.example"), Set.of(), Set.of(HOST)),
                        new Concern(
                                new PortalId("globex"), domains("acme.example"), domains("acme.example"), Set.of()));
    }

    @Test
    void aClaimThatIsRefusedConcernsItsHolderNot() {
        concerns(portal("acme").withDomains("acme.example").exists());

        assertThat(concerns(portal("globex").withDomains("acme.example").exists()))
                .extracting(Concern::portal)
                .containsExactly(new PortalId("globex"));
    }

    private List<Concern> concerns(AboutPortal event) {
        return Objects.requireNonNull(catalogue.apply(event.event())).concerns();
    }

    private static PortalId acme() {
        return new PortalId("acme");
    }

    private static Set<DomainName> domains(String... domains) {
        return Stream.of(domains).map(DomainName::new).collect(Collectors.toSet());
    }
}

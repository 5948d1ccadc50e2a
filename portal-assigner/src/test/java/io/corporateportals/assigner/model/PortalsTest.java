package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.PortalFixture.portal;
import static io.corporateportals.assigner.model.PortalFixture.portals;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a domain or a host is. */
class PortalsTest {
    private static final Portals NESTED = portals(
            portal("acme").withDomains("acme.example").includingSubdomains(),
            portal("europe").withDomains("eu.acme.example"),
            portal("france").withDomains("fr.eu.acme.example").includingSubdomains(),
            portal("globex").withDomains("globex.example"));

    @ParameterizedTest
    @CsvSource({
        "acme.example, acme",
        "us.acme.example, acme",
        "eu.acme.example, europe",
        "de.eu.acme.example, acme",
        "fr.eu.acme.example, france",
        "paris.fr.eu.acme.example, france",
        "globex.example, globex",
        "eu.globex.example, ",
        "notacme.example, ",
        "example, "
    })
    void aDomainIsOfTheLongestMatchThatReachesIt(String domain, @Nullable String portal) {
        assertThat(idOf(NESTED.claiming(new DomainName(domain)))).isEqualTo(portal);
    }

    @Test
    void noDomainIsNobodys() {
        assertThat(NESTED.claiming(null)).isNull();
    }

    @Test
    void aHostIsOfThePortalThatHasIt() {
        assertThat(idOf(NESTED.registeredAt(Happening.hostOf("acme")))).isEqualTo("acme");
        assertThat(NESTED.registeredAt(new DomainName("sub.acme.university.example")))
                .isNull();
        assertThat(NESTED.registeredAt(null)).isNull();
    }

    private static @Nullable String idOf(@Nullable Portal portal) {
        return portal == null ? null : portal.id().value();
    }
}

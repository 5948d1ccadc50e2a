package io.corporateportals.assigner.model;

import static io.corporateportals.assigner.model.Claim.Refusal.CLAIMED_EARLIER;
import static io.corporateportals.assigner.model.Claim.Refusal.NOT_A_DOMAIN;
import static io.corporateportals.assigner.model.Claim.Refusal.PRIVATE_MAIL_PROVIDER;
import static io.corporateportals.assigner.model.Claim.Refusal.PUBLIC_SUFFIX;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.address.Domains;
import io.corporateportals.assigner.model.Claim.Refusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which claim gets the domain, and what is said to the others. */
class ClaimsTest {
    @Test
    void givesADomainToItsEarliestClaim() {
        assertThat(rule(claim("acme", "acme.example", 2), claim("globex", "acme.example", 1)))
                .containsExactly(CLAIMED_EARLIER, null);
    }

    @Test
    void givesDifferentDomainsToWhoeverAsks() {
        assertThat(rule(claim("acme", "acme.example", 1), claim("globex", "globex.example", 2)))
                .containsExactly(null, null);
    }

    @Test
    void givesADomainAndWhatIsBelowItToDifferentPortals() {
        assertThat(rule(claim("acme", "acme.example", 1), claim("europe", "eu.acme.example", 2)))
                .containsExactly(null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "co.uk, PUBLIC_SUFFIX",
        "CO.UK., PUBLIC_SUFFIX",
        "gmail.com, PRIVATE_MAIL_PROVIDER",
        "my_family.example, NOT_A_DOMAIN",
        "'', NOT_A_DOMAIN",
        "acme.co.uk, "
    })
    void refusesWhatNoPortalMayHave(String domain, @Nullable Refusal refusal) {
        assertThat(rule(claim("acme", domain, 1))).isEqualTo(Collections.singletonList(refusal));
    }

    @Test
    void saysWhatIsWrongWithTheDomainBeforeWhoClaimedItEarlier() {
        assertThat(rule(claim("acme", "gmail.com", 1), claim("globex", "gmail.com", 2)))
                .containsExactly(PRIVATE_MAIL_PROVIDER, PRIVATE_MAIL_PROVIDER);
        assertThat(rule(claim("acme", "co.uk", 1), claim("globex", "co.uk", 2)))
                .containsExactly(PUBLIC_SUFFIX, PUBLIC_SUFFIX);
        assertThat(rule(claim("acme", "?", 1), claim("globex", "?", 2))).containsExactly(NOT_A_DOMAIN, NOT_A_DOMAIN);
    }

    @Test
    void takesBackAnAnswerThatHoldsNoLonger() {
        Claim refused = claim("acme", "acme.example", 2).ruled(CLAIMED_EARLIER);
        Claim inForce = claim("globex", "gmail.com", 1).ruled(null);

        assertThat(rule(refused, inForce)).containsExactly(null, PRIVATE_MAIL_PROVIDER);
    }

    private static List<@Nullable Refusal> rule(Claim... claims) {
        return Claims.rule(
                        Arrays.asList(claims),
                        PolicyFixture.RULES.publicSuffix(),
                        PolicyFixture.RULES.privateMailProvider())
                .stream()
                .<@Nullable Refusal>map(Claim::refusal)
                .toList();
    }

    private static Claim claim(String portal, String domain, long since) {
        return new Claim(new PortalId(portal), domain, Domains.normalise(domain), since, null);
    }
}

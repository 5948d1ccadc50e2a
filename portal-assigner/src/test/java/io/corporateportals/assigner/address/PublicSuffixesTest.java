package io.corporateportals.assigner.address;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSuffixesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com",
                "uk",
                "co.uk",
                "ac.uk",
                "рф",
                "xn--p1ai",
                "公司.cn",
                "xn--55qx5d.cn",
                "FØRDE.no",
                "github.io",
                "appspot.com",
                "onmicrosoft.com",
                "mail.onmicrosoft.com",
                "example",
                "localhost",
                "foo.ck",
                "x.kawasaki.jp",
                "kawasaki.jp",
                "compute.amazonaws.com",
                "pp.ua"
            })
    void noPortalMayClaimWhatUnrelatedPartiesShare(String suffix) {
        assertThat(PublicSuffixes.contains(domain(suffix))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                "acme.com",
                "acme.co.uk",
                "пример.рф",
                "acme.github.io",
                "acme.onmicrosoft.com",
                "www.ck",
                "city.kawasaki.jp",
                "gmail.com",
                "straße.de",
                "mail.acme.example"
            })
    void whatHasOneOwnerCanBeClaimed(String owned) {
        assertThat(PublicSuffixes.contains(domain(owned))).isFalse();
    }

    @Test
    void aDomainOfAnyLengthOrFormHasAnAnswer() {
        assertThat(PublicSuffixes.contains(new DomainName("abcdefghi.".repeat(25) + "abc")))
                .isFalse();
        assertThat(PublicSuffixes.contains(new DomainName("192.0.2.1"))).isFalse();
    }

    private static DomainName domain(String raw) {
        return requireNonNull(Domains.normalise(raw));
    }
}

package io.corporateportals.assigner.address;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.corporateportals.assigner.model.DomainName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMailProvidersTest {
    private final PrivateMailProviders shipped = PrivateMailProviders.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "GOOGLEMAIL.com.",
                "mail.gmail.com",
                "a.b.c.gmail.com",
                "outlook.com",
                "outlook.de",
                "hotmail.com",
                "hotmail.co.uk",
                "hotmail.fr",
                "live.nl",
                "msn.com",
                "yahoo.com",
                "yahoo.de",
                "yahoo.co.jp",
                "ymail.com",
                "gmx.de",
                "gmx.net",
                "gmx.at",
                "web.de",
                "t-online.de",
                "freenet.de",
                "posteo.de",
                "mailbox.org",
                "mail.ru",
                "yandex.ru",
                "ya.ru",
                "icloud.com",
                "me.com",
                "privaterelay.appleid.com",
                "proton.me",
                "protonmail.com",
                "tutanota.com",
                "fastmail.com",
                "aol.com",
                "aol.de",
                "qq.com",
                "163.com",
                "126.com",
                "naver.com",
                "orange.fr",
                "wanadoo.fr",
                "free.fr",
                "laposte.net",
                "sfr.fr",
                "libero.it",
                "virgilio.it",
                "alice.it",
                "wp.pl",
                "o2.pl",
                "seznam.cz",
                "abv.bg",
                "bluewin.ch",
                "a1.net",
                "telenet.be",
                "ziggo.nl",
                "xs4all.nl",
                "btinternet.com",
                "sky.com",
                "comcast.net",
                "att.net",
                "bigpond.com",
                "uol.com.br",
                "rediffmail.com",
                "ukr.net",
                "freemail.hu",
                "online.no",
                "telia.com",
                "sapo.pt",
                "docomo.ne.jp",
                "duck.com",
                "mozmail.com",
                "mailinator.com",
                "müll.email"
            })
    void mailboxesForAnybodyArePrivate(String provider) {
        assertThat(shipped.contains(domain(provider))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example",
                "com",
                "de",
                "co.uk",
                "notgmail.com",
                "gmail.com.acme.example",
                "siemens.com",
                "harvard.edu",
                "microsoft.com",
                "ibm.com",
                "telekom.de",
                "straße.de",
                "localhost"
            })
    void aCompanysOwnDomainIsNotPrivate(String domain) {
        assertThat(shipped.contains(domain(domain))).isFalse();
    }

    @Test
    void operatorsAddProviders() {
        PrivateMailProviders more = shipped.with(Set.of(domain("volksmail.example")));

        assertThat(more.contains(domain("volksmail.example"))).isTrue();
        assertThat(more.contains(domain("mx.volksmail.example"))).isTrue();
        assertThat(more.contains(domain("gmail.com"))).isTrue();
        assertThat(shipped.contains(domain("volksmail.example"))).isFalse();
    }

    @Test
    void operatorsRemoveAPartnerThatIsAMailHoster() {
        PrivateMailProviders fewer = shipped.without(Set.of(domain("t-online.de")));

        assertThat(fewer.contains(domain("t-online.de"))).isFalse();
        assertThat(fewer.contains(domain("staff.t-online.de"))).isFalse();
        assertThat(fewer.contains(domain("web.de"))).isTrue();
        assertThat(shipped.contains(domain("t-online.de"))).isTrue();
    }

    @Test
    void theNearestNameThatWasListedOrRemovedCounts() {
        PrivateMailProviders hoster = shipped.with(
                        Set.of(domain("hoster.example"), domain("free.staff.hoster.example")))
                .without(Set.of(domain("staff.hoster.example")));

        assertThat(hoster.contains(domain("hoster.example"))).isTrue();
        assertThat(hoster.contains(domain("ada.hoster.example"))).isTrue();
        assertThat(hoster.contains(domain("staff.hoster.example"))).isFalse();
        assertThat(hoster.contains(domain("it.staff.hoster.example"))).isFalse();
        assertThat(hoster.contains(domain("free.staff.hoster.example"))).isTrue();
    }

    @Test
    void whatWasRemovedCanBeAddedAgain() {
        Set<DomainName> gmail = Set.of(domain("gmail.com"));

        PrivateMailProviders again = shipped.without(gmail).with(gmail);

        assertThat(again.contains(domain("gmail.com"))).isTrue();
        assertThat(again.fingerprint()).isEqualTo(shipped.fingerprint());
    }

    @Test
    void theFingerprintTellsWhichListIsInForce() {
        Set<DomainName> some = Set.of(domain("a.example"), domain("b.example"));
        Set<DomainName> gmail = Set.of(domain("gmail.com"));

        assertThat(shipped.fingerprint())
                .isEqualTo(PrivateMailProviders.shipped().fingerprint())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(shipped.with(some).fingerprint())
                .isNotEqualTo(shipped.without(gmail).fingerprint());
        assertThat(shipped.with(some).fingerprint())
                .isEqualTo(shipped.with(Set.of(domain("b.example")))
                        .with(Set.of(domain("a.example")))
                        .fingerprint());
        assertThat(shipped.with(some).fingerprint())
                .isNotEqualTo(shipped.without(some).fingerprint());
    }

    @Test
    void theShippedListIsNormalAndSortedAndNamesNoPublicSuffix() throws IOException {
        List<String> names = Resources.readLines(
                        Resources.getResource(PrivateMailProviders.class, "private-mail-providers.txt"),
                        StandardCharsets.UTF_8)
                .stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(names).hasSizeGreaterThan(5_000).doesNotHaveDuplicates().isSorted();
        assertThat(names).allSatisfy(name -> assertThat(Domains.normalise(name)).hasToString(name));
        assertThat(names).noneMatch(name -> PublicSuffixes.contains(new DomainName(name)));
    }

    private static DomainName domain(String raw) {
        return requireNonNull(Domains.normalise(raw));
    }
}

package io.corporateportals.assigner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.corporateportals.assigner.model.DomainName;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @CsvSource({
        "https://acme.university.example, acme.university.example",
        "https://acme.university.example/register?next=https://evil.example/#top, acme.university.example",
        "HTTPS://ACME.University.Example./, acme.university.example",
        "http://acme.university.example:8080/register, acme.university.example",
        "https://acme.university.example?a@evil.example, acme.university.example",
        "https://acme.university.example#@evil.example, acme.university.example",
        "https://acme.university.example@evil.example/, evil.example",
        "https://user:p@ss@acme.university.example/, acme.university.example",
        "https://evil.example\\@acme.university.example/, evil.example",
        "https:\\\\acme.university.example\\register, acme.university.example",
        "//acme.university.example/register, acme.university.example",
        "acme.university.example, acme.university.example",
        "acme.university.example:443/register, acme.university.example",
        "myapp+x://acme.university.example, acme.university.example",
        "https://straße.university.example/, xn--strae-oqa.university.example",
        "https://acme。university。example/, acme.university.example",
        "'  https://acme.university.example/  ', acme.university.example",
        "https://acme.university.example/with space, acme.university.example",
        "http://localhost:8080/, localhost"
    })
    void aUrlNamesAHost(String url, String host) {
        assertThat(Hosts.ofUrl(url)).isEqualTo(new DomainName(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "/register",
                "https://",
                "https:///register",
                "https:acme.university.example",
                "https:/acme.university.example",
                "mailto:ada@acme.university.example",
                "ada@acme.university.example",
                "javascript:alert(1)",
                "https://[2001:db8::1]/",
                "https://192.0.2.1/",
                "https://my_portal.university.example/",
                "https://acme university.example/",
                "https://acme.university.example:80a/",
                "https://%61cme.university.example/",
                "\u0000",
                "https://\ud800/"
            })
    void aUrlWithoutAHostNameHasNone(String url) {
        assertThat(Hosts.ofUrl(url)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.university.example, acme.university.example",
        "ACME.university.example., acme.university.example",
        "' acme.university.example ', acme.university.example",
        "acme.university.example:8443, acme.university.example",
        "straße.university.example, xn--strae-oqa.university.example"
    })
    void aPortalIsKnownByItsHost(String given, String host) {
        assertThat(Hosts.of(given)).isEqualTo(new DomainName(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":8443",
                "https://acme.university.example",
                "university.example/acme",
                "acme@university.example",
                "192.0.2.1",
                "::1",
                "[::1]:80"
            })
    void whatIsNoHostIsUnusable(String given) {
        assertThat(Hosts.of(given)).isNull();
    }

    @Test
    void noTextIsTooStrange() {
        RandomText texts = new RandomText(new Random().nextLong());

        for (int i = 0; i < 100_000; i++) {
            String text = texts.next();
            assertThatCode(() -> Hosts.ofUrl(text)).doesNotThrowAnyException();
            assertThatCode(() -> Hosts.of(text)).doesNotThrowAnyException();
        }
        assertThat(Hosts.ofUrl("@".repeat(1_000_000))).isNull();
        assertThat(Hosts.ofUrl("https://" + "@:".repeat(1_000_000))).isNull();
        assertThat(Hosts.of(":1".repeat(100_000))).isNull();
    }
}

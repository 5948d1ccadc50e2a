package io.corporateportals.assigner.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.DomainName;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
    @ParameterizedTest
    @CsvSource({
        "acme.example, acme.example",
        "ACME.Example, acme.example",
        "GOOGLEMAIL.com., googlemail.com",
        "localhost, localhost",
        "acme.example.evil.example, acme.example.evil.example",
        "straße.de, xn--strae-oqa.de",
        "STRAẞE.de, xn--strae-oqa.de",
        "XN--STRAE-OQA.DE, xn--strae-oqa.de",
        "strasse.de, strasse.de",
        "βόλος.gr, xn--nxasmm1c.gr",
        "βόλοσ.gr, xn--nxasmq6b.gr",
        "пример.рф, xn--e1afmkfd.xn--p1ai",
        "ПРИМЕР.РФ, xn--e1afmkfd.xn--p1ai",
        "xn--e1afmkfd.xn--p1ai, xn--e1afmkfd.xn--p1ai",
        "acme。example, acme.example",
        "acme.example。, acme.example",
        "ａｃｍｅ．example, acme.example",
        "ac\u00adme.example, acme.example",
        "ac\u200bme.example, acme.example",
        "mu\u0308ll.example, xn--mll-hoa.example",
        "müll.example, xn--mll-hoa.example",
        "☕.example, xn--53h.example",
        "😀.example, xn--e28h.example",
        "\u0627\u0628.example, xn--mgbc.example",
        "İstanbul.example, xn--istanbul-o0e.example"
    })
    void bringsADomainIntoItsOneForm(String raw, String normal) {
        assertThat(Domains.normalise(raw)).isEqualTo(new DomainName(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                " ",
                "..",
                ".acme.example",
                "acme..example",
                "acme.example..",
                " acme.example",
                "acme example",
                "acme.example\n",
                "my_family.example",
                "-acme.example",
                "acme-.example",
                "ab--cd.example",
                "acme@example",
                "[192.0.2.1]",
                "192.0.2.1",
                "192.0.2.1.",
                "①⑨②.0.2.1",
                "[IPv6:2001:db8::1]",
                "acme.1a",
                "xn--a.example",
                "xn--.example",
                "xn--acme-.example",
                "xn--straße.de",
                "ac\u200dme.example",
                "ac\u200cme.example",
                "a\u0627.example",
                "\u202eacme.example",
                "acme\u0000.example",
                "acme\u00a0.example",
                "\ud83d.example",
                "\udc00\ud800.example",
                "a℀b.example",
                "acme\u2024example"
            })
    void whatIsNoDomainHasNone(String raw) {
        assertThat(Domains.normalise(raw)).isNull();
    }

    @Test
    void keepsToTheLengthsOfTheDomainNameSystem() {
        String longest = "abcdefghi.".repeat(25) + "abc";

        assertThat(Domains.normalise("a".repeat(63) + ".example")).isNotNull();
        assertThat(Domains.normalise("a".repeat(64) + ".example")).isNull();
        assertThat(Domains.normalise("ü".repeat(63) + ".example")).isNull();
        assertThat(longest).hasSize(253);
        assertThat(Domains.normalise(longest)).isEqualTo(new DomainName(longest));
        assertThat(Domains.normalise(longest + ".")).isEqualTo(new DomainName(longest));
        assertThat(Domains.normalise(longest + "d")).isNull();
        assertThat(Domains.normalise("a.".repeat(126) + "a")).isNotNull();
        assertThat(Domains.normalise("ü".repeat(10_000_000))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "strasse.de, straße.de",
        "acme.example, \u0430cme.example",
        "apple.example, \u0430\u0440\u0440\u04cf\u0435.example",
        "muell.example, müll.example",
        "istanbul.example, ıstanbul.example"
    })
    void lookAlikesStayDistinct(String one, String other) {
        assertThat(Domains.normalise(one)).isNotNull().isNotEqualTo(Domains.normalise(other));
        assertThat(Domains.normalise(other)).isNotNull();
    }

    @Test
    void whateverIsNormalisedStaysAsItIs() {
        long seed = new Random().nextLong();
        RandomText texts = new RandomText(seed);
        int domains = 0;

        for (int i = 0; i < 200_000; i++) {
            String raw = texts.next();
            DomainName once = Domains.normalise(raw);
            if (once == null) continue;
            domains++;
            assertThat(Domains.normalise(once.value()))
                    .as("seed %d, text %d: %s", seed, i, raw)
                    .isEqualTo(once);
        }

        assertThat(domains).as("seed %d: texts that are domains", seed).isGreaterThan(10_000);
    }
}

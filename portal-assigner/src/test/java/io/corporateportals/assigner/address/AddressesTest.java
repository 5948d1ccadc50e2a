package io.corporateportals.assigner.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.EmailAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ada@acme.example, acme.example",
                "ada+courses@acme.example, acme.example",
                "Ada@ACME.example., acme.example",
                "ada@GOOGLEMAIL.com., googlemail.com",
                "x@a@acme.example, acme.example",
                "ada@acme.example@evil.example, evil.example",
                "ada@acme.example.evil.example, acme.example.evil.example",
                "\"a@b\"@acme.example, acme.example",
                "\"ada lovelace\"@acme.example, acme.example",
                "ada\\@evil.example@acme.example, acme.example",
                "..ada.@docomo.ne.jp, docomo.ne.jp",
                "ada@straße.de, xn--strae-oqa.de",
                "пётр@пример.рф, xn--e1afmkfd.xn--p1ai",
                "ada@acme。example, acme.example",
                "ada@[192.0.2.1]@acme.example, acme.example",
                "@@acme.example, acme.example"
            })
    void anAddressIsInTheDomainAfterItsLastAt(String raw, String domain) {
        assertThat(Addresses.read(raw).domain()).isEqualTo(new DomainName(domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "acme.example",
                "ada@",
                "@",
                "@acme.example",
                "ada@[192.0.2.1]",
                "ada@[IPv6:2001:db8::1]",
                "ada@192.0.2.1",
                "ada@my_family.example",
                "ada@acme.example@",
                "\"ada@acme.example\"",
                "ada@\"acme.example\"",
                "Ada <ada@acme.example>",
                "ada@acme.example (office)",
                "ada@ acme.example",
                "ada@acme.example;",
                "ada＠acme.example",
                "ada@acme.example\u0000",
                "\ud800@\udc00"
            })
    void anAddressWithoutADomainNameIsAnAddressAllTheSame(String raw) {
        EmailAddress address = Addresses.read(raw);

        assertThat(address.domain()).isNull();
        assertThat(address.text()).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ada@acme.example", "ada@acme.example \t", "\r\nada@acme.example\n"})
    void whiteSpaceAroundAnAddressIsNoPartOfIt(String raw) {
        assertThat(Addresses.read(raw)).isEqualTo(new EmailAddress("ada@acme.example", new DomainName("acme.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n"})
    void aBlankAddressIsAMissingOne(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Addresses.read(raw));
    }

    @Test
    void anAddressCanBeVeryLong() {
        assertThat(Addresses.read("a".repeat(1_000_000) + "@acme.example").domain())
                .isEqualTo(new DomainName("acme.example"));
        assertThat(Addresses.read("ada@" + "a.".repeat(1_000_000) + "example").domain())
                .isNull();
    }

    @Test
    void whateverIsWrittenBeforeTheLastAtCountsForNothingAndIsNeverShown() {
        RandomText texts = new RandomText(new Random().nextLong());

        for (int i = 0; i < 50_000; i++) {
            EmailAddress address = Addresses.read("secret" + texts.next() + "@acme.example");
            assertThat(address.domain()).hasToString("acme.example");
            assertThat(address).hasToString("***@acme.example");
            assertThat(Addresses.read("secret" + texts.next()).toString()).doesNotContain("secret");
        }
    }
}

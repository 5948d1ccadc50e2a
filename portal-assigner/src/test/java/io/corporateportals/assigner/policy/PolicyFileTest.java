package io.corporateportals.assigner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.application.PolicyInForce;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The policy file as it is shipped, and as an operator edits a copy of it. */
class PolicyFileTest {
    private static String shipped = "";
    private static String shippedFingerprint = "";

    @TempDir
    private Path directory;

    @BeforeAll
    static void readShippedFile() throws IOException {
        try (InputStream file = Objects.requireNonNull(PolicyFile.class.getResourceAsStream("/policy.yml"))) {
            shipped = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        shippedFingerprint = inForce(null).fingerprint();
    }

    @Test
    void theShippedFileIsThePolicyAsItIsMeant() {
        Policy policy = inForce(null).policy();

        assertThat(policy.version()).isEqualTo("1");
        assertThat(policy.privateRegistrationOptsOut()).isTrue();
        assertThat(policy.anyOtherDomainIsPrivate()).isTrue();
        assertThat(policy.otherPortalsDomainBeatsUrl()).isTrue();
        assertThat(policy.countriesWithoutSafeguard())
                .contains("DE", "NO", "CH", "JP")
                .doesNotContain("US");
        assertThat(policy.privateMailProvider()).accepts(new DomainName("gmail.com"));
        assertThat(policy.privateMailProvider()).rejects(new DomainName("acme.example"));
    }

    @Test
    void aCopyOfTheShippedFileIsTheSamePolicy() throws IOException {
        assertThat(inForce(written(shipped)).fingerprint()).isEqualTo(shippedFingerprint);
    }

    @ParameterizedTest
    @CsvSource({
        "version",
        "private-registration-opts-out",
        "any-other-domain-is-private",
        "other-portals-domain-beats-url",
        "nothing-from-before-the-assignment",
        "countries-without-safeguard",
        "private-mail-providers.add",
        "private-mail-providers.remove"
    })
    void aMissingKeyStopsTheStart(String key) throws IOException {
        String name = key.substring(key.indexOf('.') + 1);
        assertThat(failure(edited(name + ":", name + "-misspelt:"))).contains("policy." + key + " is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        version: "1"                             | version: " "                              | policy.version
        private-registration-opts-out: true      | private-registration-opts-out: perhaps    | policy.private-registration-opts-out
        any-other-domain-is-private: true        | any-other-domain-is-private: 7            | policy.any-other-domain-is-private
        other-portals-domain-beats-url: true     | other-portals-domain-beats-url: [a, b]    | policy.other-portals-domain-beats-url
        nothing-from-before-the-assignment: true | nothing-from-before-the-assignment: false | policy.nothing-from-before-the-assignment
        "NO",                                    | NO,                                       | policy.countries-without-safeguard
        AT,                                      | at,                                       | policy.countries-without-safeguard
        AT,                                      | AUT,                                      | policy.countries-without-safeguard
        add: []                                  | add: [my_firm.example]                    | policy.private-mail-providers.add
        remove: []                               | remove: [".example"]                      | policy.private-mail-providers.remove
        """, quoteCharacter = '`')
    void aWrongValueStopsTheStart(String from, String to, String key) throws IOException {
        assertThat(failure(edited(from, to))).contains(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        version: "1"                         | version: "2"
        private-registration-opts-out: true  | private-registration-opts-out: false
        any-other-domain-is-private: true    | any-other-domain-is-private: false
        other-portals-domain-beats-url: true | other-portals-domain-beats-url: false
        AT,                                  | AT, US,
        AT,                                  | ``
        add: []                              | add: [mail.acme.example]
        remove: []                           | remove: [gmail.com]
        """, quoteCharacter = '`')
    void whatCanChangeADecisionChangesTheFingerprint(String from, String to) throws IOException {
        assertThat(inForce(edited(from, to)).fingerprint()).isNotEqualTo(shippedFingerprint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        version: "1"                        | version: 1
        private-registration-opts-out: true | private-registration-opts-out: on
        AT, BE,                             | BE, AT,
        AT,                                 | AT, AT,
        add: []                             | add: [gmail.com]
        add: []                             | add:
        # Stricter                          | # Much stricter
        """, quoteCharacter = '`')
    void whatCanChangeNoDecisionLeavesTheFingerprint(String from, String to) throws IOException {
        assertThat(inForce(edited(from, to)).fingerprint()).isEqualTo(shippedFingerprint);
    }

    @Test
    void theOperatorsNamesAreDomainsInAnyFormAndOrder() throws IOException {
        PolicyInForce one = inForce(edited("add: []", "add: [Straße.example., b.example]"));
        PolicyInForce other = inForce(edited("add: []", "add: [b.example, xn--strae-oqa.example]"));

        assertThat(one.policy().privateMailProvider()).accepts(new DomainName("xn--strae-oqa.example"));
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    }

    private Path edited(String from, String to) throws IOException {
        assertThat(shipped).contains(from);
        return written(shipped.replace(from, to));
    }

    private Path written(String policy) throws IOException {
        return Files.writeString(directory.resolve("policy.yml"), policy);
    }

    private static PolicyInForce inForce(@Nullable Path file) {
        PolicyInForce[] policy = new PolicyInForce[1];
        started(file).run(context -> policy[0] = context.getBean(PolicyInForce.class));
        return policy[0];
    }

    /** Everything that is said about why it does not start. */
    private static String failure(Path file) {
        Throwable[] failure = new Throwable[1];
        started(file).run(context -> failure[0] = Objects.requireNonNull(context.getStartupFailure()));
        return Stream.iterate(failure[0], cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .collect(Collectors.joining("\n"));
    }

    // null: without a word about the file
    private static ApplicationContextRunner started(@Nullable Path file) {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(PolicyWiring.class);
        return file == null ? runner : runner.withPropertyValues("POLICY_FILE=file:" + file);
    }
}

package io.corporateportals.assigner.policy;

import io.corporateportals.assigner.address.Domains;
import io.corporateportals.assigner.address.PrivateMailProviders;
import io.corporateportals.assigner.application.PolicyInForce;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.Policy;
import io.corporateportals.contract.start.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of {@code policy.yml}, which documents each. A key that is missing, or that holds what it cannot, stops the
 * start with a sentence that names it.
 */
@ConfigurationProperties("policy")
record PolicyFile(
        @Nullable String version,
        @Nullable Boolean privateRegistrationOptsOut,
        @Nullable Boolean anyOtherDomainIsPrivate,
        @Nullable Boolean otherPortalsDomainBeatsUrl,
        @Nullable Boolean nothingFromBeforeTheAssignment,
        @Nullable Set<String> countriesWithoutSafeguard,
        @Nullable Providers privateMailProviders) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    record Providers(@Nullable List<String> add, @Nullable List<String> remove) {}

    PolicyInForce policy() {
        if (!given(nothingFromBeforeTheAssignment, "nothing-from-before-the-assignment"))
            throw wrong("nothing-from-before-the-assignment", "cannot be switched off");
        if (given(version, "version").isBlank()) throw wrong("version", "is blank");
        Set<String> countries = new TreeSet<>(given(countriesWithoutSafeguard, "countries-without-safeguard"));
        for (String country : countries)
            if (!COUNTRY.matcher(country).matches())
                throw wrong("countries-without-safeguard", "holds something that is no ISO 3166-1 alpha-2 code");
        PrivateMailProviders providers = providers();
        Policy policy = new Policy(
                given(version, "version"),
                given(privateRegistrationOptsOut, "private-registration-opts-out"),
                given(anyOtherDomainIsPrivate, "any-other-domain-is-private"),
                given(otherPortalsDomainBeatsUrl, "other-portals-domain-beats-url"),
                countries,
                providers::contains);
        return new PolicyInForce(policy, fingerprint(policy, countries, providers));
    }

    private PrivateMailProviders providers() {
        Providers own = given(privateMailProviders, "private-mail-providers");
        return PrivateMailProviders.shipped()
                .with(domains(own.add(), "private-mail-providers.add"))
                .without(domains(own.remove(), "private-mail-providers.remove"));
    }

    private static List<DomainName> domains(@Nullable List<String> written, String key) {
        return given(written, key).stream()
                .map(each -> {
                    DomainName domain = Domains.normalise(each);
                    if (domain == null) throw wrong(key, "holds something that is no domain: " + each);
                    return domain;
                })
                .toList();
    }

    private static String fingerprint(Policy policy, Set<String> countries, PrivateMailProviders providers) {
        String all = String.join(
                "\n",
                policy.version(),
                Boolean.toString(policy.privateRegistrationOptsOut()),
                Boolean.toString(policy.anyOtherDomainIsPrivate()),
                Boolean.toString(policy.otherPortalsDomainBeatsUrl()),
                String.join(",", countries),
                providers.fingerprint());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static <T> T given(@Nullable T value, String key) {
        if (value == null) throw wrong(key, "is missing");
        return value;
    }

    private static StartRefused wrong(String key, String reason) {
        return new StartRefused("policy file: policy." + key + " " + reason);
    }
}

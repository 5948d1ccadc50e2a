package io.corporateportals.assigner.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The policy as it is shipped, with a few countries and names that stand for the long lists. */
final class PolicyFixture {
    static final PortalChange.Rules RULES =
            new PortalChange.Rules(PolicyFixture::isPublicSuffix, PolicyFixture::isPrivateMailProvider);

    private static final Set<String> PUBLIC_SUFFIXES = Set.of("example", "co.uk");
    private static final Set<String> PRIVATE_MAIL_PROVIDERS = Set.of("gmail.com", "webmail.acme.example");

    /** What an operator can switch off. */
    enum Switch {
        PRIVATE_REGISTRATION_OPTS_OUT,
        ANY_OTHER_DOMAIN_IS_PRIVATE,
        OTHER_PORTALS_DOMAIN_BEATS_URL
    }

    private PolicyFixture() {}

    static Policy asShipped() {
        return with(EnumSet.allOf(Switch.class));
    }

    static Policy without(Switch... off) {
        return with(EnumSet.complementOf(EnumSet.copyOf(List.of(off))));
    }

    private static Policy with(Set<Switch> on) {
        return new Policy(
                "1",
                on.contains(Switch.PRIVATE_REGISTRATION_OPTS_OUT),
                on.contains(Switch.ANY_OTHER_DOMAIN_IS_PRIVATE),
                on.contains(Switch.OTHER_PORTALS_DOMAIN_BEATS_URL),
                Set.of("DE", "NO", "JP"),
                PolicyFixture::isPrivateMailProvider);
    }

    private static boolean isPublicSuffix(DomainName domain) {
        return PUBLIC_SUFFIXES.contains(domain.value());
    }

    private static boolean isPrivateMailProvider(DomainName domain) {
        return PRIVATE_MAIL_PROVIDERS.contains(domain.value());
    }
}

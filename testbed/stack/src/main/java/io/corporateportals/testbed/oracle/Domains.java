package io.corporateportals.testbed.oracle;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Domains, as far as the simulated LMS makes them up: every company's ends in {@code .example}, every other one is a mail
 * provider's, and there is no ß, which {@link IDN} gets wrong.
 */
final class Domains {
    private Domains() {}

    /** Null: an address in no domain. */
    static @Nullable String ofAddress(String address) {
        return normal(address.substring(address.lastIndexOf('@') + 1));
    }

    static @Nullable String normal(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        try {
            String domain = IDN.toASCII(bare.toLowerCase(Locale.ROOT));
            return domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+") ? domain : null;
        } catch (IllegalArgumentException notADomain) {
            return null;
        }
    }

    static @Nullable String ofUrl(@Nullable String url) {
        if (url == null) return null;
        String host = URI.create(url).getHost();
        return host == null ? null : normal(host);
    }

    static boolean isMailProviders(String domain) {
        return !domain.endsWith(".example");
    }
}

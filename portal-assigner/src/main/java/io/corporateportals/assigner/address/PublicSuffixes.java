package io.corporateportals.assigner.address;

import com.google.common.net.InternetDomainName;
import io.corporateportals.assigner.model.DomainName;
import java.util.Set;

/** Domains below which unrelated parties have theirs, so that no portal may claim them: {@code co.uk}, {@code github.io}. */
public final class PublicSuffixes {
    // Microsoft gives every customer a domain below these and has not entered them in the public suffix list.
    private static final Set<String> UNLISTED = Set.of(
            "mail.onmicrosoft.com", "onmicrosoft.com", "onmicrosoft.de", "onmicrosoft.us", "partner.onmschina.cn");

    private PublicSuffixes() {}

    /** Whether {@code domain} is a suffix of the list's public or private section, or no more than a top-level name. */
    public static boolean contains(DomainName domain) {
        String name = domain.value();
        return name.indexOf('.') < 0
                || UNLISTED.contains(name)
                || isListed(name)
                // the list says *.kawasaki.jp, which does not make kawasaki.jp a suffix, but nobody's own either
                || isListed("any-name-below." + name);
    }

    private static boolean isListed(String name) {
        return InternetDomainName.isValid(name) && InternetDomainName.from(name).isPublicSuffix();
    }
}

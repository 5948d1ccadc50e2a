package io.corporateportals.assigner.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A domain in the one form in which domains compare: UTS-46 non-transitional A-labels, lower case, no trailing dot.
 *
 * @param value such as {@code acme.example} or {@code xn--strae-oqa.de}, at most 253 characters
 */
public record DomainName(String value) implements Comparable<DomainName> {
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public DomainName {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("domain: not in its normal form");
    }

    /** Whether this domain lies below {@code other}, at any depth; a domain does not lie below itself. */
    public boolean isBelow(DomainName other) {
        return value.endsWith("." + other.value);
    }

    /** The domain above this one; null above a top-level domain. */
    public @Nullable DomainName parent() {
        int dot = value.indexOf('.');
        return dot < 0 ? null : new DomainName(value.substring(dot + 1));
    }

    @Override
    public int compareTo(DomainName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

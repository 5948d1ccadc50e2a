package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.Claim.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which claims to domains are in force. A domain belongs to its earliest claim still held. */
public final class Claims {
    private Claims() {}

    /** The same claims, each with today's answer, in the same order. */
    public static List<Claim> rule(
            Collection<Claim> claims, Predicate<DomainName> publicSuffix, Predicate<DomainName> privateMailProvider) {
        Map<DomainName, Claim> earliest = new HashMap<>();
        for (Claim claim : claims) if (claim.domain() != null) earliest.merge(claim.domain(), claim, Claims::earlier);
        return claims.stream()
                .map(claim -> claim.ruled(refusal(claim, earliest, publicSuffix, privateMailProvider)))
                .toList();
    }

    private static @Nullable Refusal refusal(
            Claim claim,
            Map<DomainName, Claim> earliest,
            Predicate<DomainName> publicSuffix,
            Predicate<DomainName> privateMailProvider) {
        DomainName domain = claim.domain();
        if (domain == null) return Refusal.NOT_A_DOMAIN;
        if (publicSuffix.test(domain)) return Refusal.PUBLIC_SUFFIX;
        if (privateMailProvider.test(domain)) return Refusal.PRIVATE_MAIL_PROVIDER;
        if (!claim.equals(earliest.get(domain))) return Refusal.CLAIMED_EARLIER;
        return null;
    }

    private static Claim earlier(Claim one, Claim other) {
        return Comparator.comparingLong(Claim::since)
                                .thenComparing(Claim::portal)
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }
}

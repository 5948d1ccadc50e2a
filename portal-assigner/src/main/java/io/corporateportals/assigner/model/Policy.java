package io.corporateportals.assigner.model;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of the privacy policy that decides who belongs where and what is shared.
 *
 * @param version the policy's version, as learners accepted it
 * @param privateRegistrationOptsOut whether to register at a portal's URL with a private address is an opt-out
 * @param anyOtherDomainIsPrivate whether a learner who registered at a portal's URL leaves it with any domain but the
 *     first verified one; otherwise only with a private mail provider's
 * @param otherPortalsDomainBeatsUrl whether a domain that another portal claims weighs more than the URL
 * @param countriesWithoutSafeguard where data may go without a further safeguard: the EEA, and countries with an
 *     adequacy decision (GDPR Article 45); ISO 3166-1 alpha-2
 * @param privateMailProvider whose domains belong to no employer
 */
public record Policy(
        String version,
        boolean privateRegistrationOptsOut,
        boolean anyOtherDomainIsPrivate,
        boolean otherPortalsDomainBeatsUrl,
        Set<String> countriesWithoutSafeguard,
        Predicate<DomainName> privateMailProvider) {
    public Policy {
        countriesWithoutSafeguard = Set.copyOf(countriesWithoutSafeguard);
    }
}

package io.corporateportals.assigner.model;

import org.jspecify.annotations.Nullable;

/**
 * A domain that a portal asks for, and the answer.
 *
 * @param asWritten the domain as the LMS wrote it
 * @param domain its normal form; null where it has none
 * @param since the offset in the portals' topic at which the claim began; it goes on as long as the portal names it
 * @param refusal why the portal does not get the domain; null: the domain is in force for the portal
 */
public record Claim(
        PortalId portal,
        String asWritten,
        @Nullable DomainName domain,
        long since,
        @Nullable Refusal refusal) {

    /** Why a portal does not get what it asked for. */
    public enum Refusal {
        NOT_A_DOMAIN,
        PUBLIC_SUFFIX,
        PRIVATE_MAIL_PROVIDER,
        CLAIMED_EARLIER
    }

    boolean isInForce() {
        return refusal == null;
    }

    Claim ruled(@Nullable Refusal ruling) {
        return new Claim(portal, asWritten, domain, since, ruling);
    }
}

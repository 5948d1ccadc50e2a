package io.corporateportals.assigner.model;

import java.util.Locale;

/** Whether anything of a portal's assignments may go to the employer. */
final class Sharing {
    private Sharing() {}

    static boolean isAllowed(Portal portal, Policy policy) {
        return hasAgreement(portal) && mayReceive(portal, policy);
    }

    private static boolean hasAgreement(Portal portal) {
        return portal.agreementAcceptedAt() != null;
    }

    private static boolean mayReceive(Portal portal, Policy policy) {
        return policy.countriesWithoutSafeguard().contains(portal.country().toUpperCase(Locale.ROOT))
                || portal.transferSafeguard();
    }
}

package io.corporateportals.assigner.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company's portal, without its claims to domains and hosts.
 *
 * @param includeSubdomains whether addresses below its domains belong too
 * @param country where the company receives the data, ISO 3166-1 alpha-2, as the LMS wrote it
 * @param agreementAcceptedAt when the company accepted the agreement on data sharing; null: not yet
 * @param transferSafeguard whether the company gives an appropriate safeguard (GDPR Article 46) for its country
 */
public record Portal(
        PortalId id,
        State state,
        boolean includeSubdomains,
        String country,
        @Nullable Instant agreementAcceptedAt,
        boolean transferSafeguard) {

    /** Only an active portal has members; a suspended one keeps its domains, a deleted one only its hosts. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        DELETED
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }
}

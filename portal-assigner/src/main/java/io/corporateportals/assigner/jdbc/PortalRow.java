package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.model.Portal;
import io.corporateportals.assigner.model.PortalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A portal as it is stored. */
@Table("portal")
record PortalRow(
        @Id String portalId,
        String state,
        boolean includeSubdomains,
        String country,
        @Nullable Instant agreementAcceptedAt,
        boolean transferSafeguard,
        @Nullable String refusedHost,
        long saidAt,
        @Version @Nullable Integer version) {

    static PortalRow of(Portal portal, @Nullable String refusedHost, long saidAt, @Nullable Integer version) {
        return new PortalRow(
                portal.id().value(),
                portal.state().name(),
                portal.includeSubdomains(),
                portal.country(),
                portal.agreementAcceptedAt(),
                portal.transferSafeguard(),
                refusedHost,
                saidAt,
                version);
    }

    Portal portal() {
        return new Portal(
                new PortalId(portalId),
                Portal.State.valueOf(state),
                includeSubdomains,
                country,
                agreementAcceptedAt,
                transferSafeguard);
    }
}

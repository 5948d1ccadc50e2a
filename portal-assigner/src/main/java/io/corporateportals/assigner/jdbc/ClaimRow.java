package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assigner.model.Claim.Refusal;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.PortalId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A claim as it is stored. */
@Table("domain_claim")
record ClaimRow(
        @Id @Nullable Long claimNo,
        String portalId,
        String asWritten,
        @Nullable String domain,
        long since,
        @Nullable String refusal) {

    static ClaimRow of(Claim claim) {
        return new ClaimRow(
                null,
                claim.portal().value(),
                claim.asWritten(),
                claim.domain() == null ? null : claim.domain().value(),
                claim.since(),
                claim.refusal() == null ? null : claim.refusal().name());
    }

    Claim claim() {
        return new Claim(
                new PortalId(portalId),
                asWritten,
                domain == null ? null : new DomainName(domain),
                since,
                refusal == null ? null : Refusal.valueOf(refusal));
    }
}

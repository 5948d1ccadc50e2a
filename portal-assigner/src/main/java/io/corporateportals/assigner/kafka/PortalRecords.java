package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.address.Domains;
import io.corporateportals.assigner.address.Hosts;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.Portal;
import io.corporateportals.assigner.model.Portal.State;
import io.corporateportals.assigner.model.PortalEvent;
import io.corporateportals.assigner.model.PortalEvent.Written;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalUpdated;
import io.corporateportals.lms.TransferSafeguard;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a record of {@code lms.portal-events} is to the assigner. */
final class PortalRecords {
    private PortalRecords() {}

    static PortalEvent event(Understood understood) {
        SpecificRecord record = understood.record();
        if (record instanceof PortalCreated created)
            return upserted(
                    understood,
                    created.getHost(),
                    created.getEmailDomains(),
                    created.getIncludeSubdomains(),
                    created.getCountry(),
                    created.getAgreementAcceptedAt(),
                    created.getTransferSafeguard(),
                    created.getSuspended());
        if (record instanceof PortalUpdated updated)
            return upserted(
                    understood,
                    updated.getHost(),
                    updated.getEmailDomains(),
                    updated.getIncludeSubdomains(),
                    updated.getCountry(),
                    updated.getAgreementAcceptedAt(),
                    updated.getTransferSafeguard(),
                    updated.getSuspended());
        return new PortalEvent.Deleted(
                new EventId(understood.eventId()), understood.occurredAt(), new PortalId(understood.key()));
    }

    private static PortalEvent upserted(
            Understood understood,
            String host,
            List<String> domains,
            boolean includeSubdomains,
            String country,
            @Nullable Instant agreementAcceptedAt,
            @Nullable TransferSafeguard safeguard,
            boolean suspended) {
        Portal portal = new Portal(
                new PortalId(understood.key()),
                suspended ? State.SUSPENDED : State.ACTIVE,
                includeSubdomains,
                country,
                agreementAcceptedAt,
                safeguard != null && safeguard != TransferSafeguard.UNKNOWN);
        return new PortalEvent.Upserted(
                new EventId(understood.eventId()),
                understood.occurredAt(),
                portal,
                new Written(host, Hosts.of(host)),
                domains.stream()
                        .map(domain -> new Written(domain, Domains.normalise(domain)))
                        .toList());
    }
}

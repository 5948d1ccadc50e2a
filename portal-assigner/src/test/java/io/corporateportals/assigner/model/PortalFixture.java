package io.corporateportals.assigner.model;

import io.corporateportals.assigner.address.Domains;
import io.corporateportals.assigner.address.Hosts;
import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.Portal.State;
import io.corporateportals.assigner.model.PortalEvent.Written;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A portal as the LMS tells of it: active, at its own host, with all that sharing needs, unless told otherwise. */
final class PortalFixture {
    private final PortalId id;
    private String host;
    private List<String> domains = List.of();
    private boolean includeSubdomains;
    private boolean suspended;
    private @Nullable Instant agreementAcceptedAt = Happening.MORNING;
    private String country = "DE";
    private boolean transferSafeguard;
    private Instant occurredAt = Happening.MORNING;

    private PortalFixture(String id) {
        this.id = new PortalId(id);
        this.host = Happening.hostOf(id).value();
    }

    static PortalFixture portal(String id) {
        return new PortalFixture(id);
    }

    PortalFixture atHost(String host) {
        this.host = host;
        return this;
    }

    PortalFixture withDomains(String... domains) {
        this.domains = List.of(domains);
        return this;
    }

    PortalFixture includingSubdomains() {
        this.includeSubdomains = true;
        return this;
    }

    PortalFixture suspended() {
        this.suspended = true;
        return this;
    }

    PortalFixture withoutAgreement() {
        this.agreementAcceptedAt = null;
        return this;
    }

    PortalFixture inCountry(String country) {
        this.country = country;
        return this;
    }

    PortalFixture withSafeguard() {
        this.transferSafeguard = true;
        return this;
    }

    PortalFixture changedAt(Instant occurredAt) {
        this.occurredAt = occurredAt;
        return this;
    }

    Portal portal() {
        return new Portal(
                id,
                suspended ? State.SUSPENDED : State.ACTIVE,
                includeSubdomains,
                country,
                agreementAcceptedAt,
                transferSafeguard);
    }

    /** The portal is created, or is as this fixture says from now on. */
    AboutPortal exists() {
        return new AboutPortal(new PortalEvent.Upserted(
                Happening.newEventId(),
                occurredAt,
                portal(),
                new Written(host, Hosts.of(host)),
                domains.stream()
                        .map(domain -> new Written(domain, Domains.normalise(domain)))
                        .toList()));
    }

    /** All portals of a world in which these were created in this order. */
    static Portals portals(PortalFixture... portals) {
        Catalogue catalogue = new Catalogue();
        Stream.of(portals).forEach(portal -> catalogue.apply(portal.exists().event()));
        return catalogue.now();
    }
}

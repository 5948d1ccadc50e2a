package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.PortalCatalogue;
import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.Heard;
import io.corporateportals.assigner.model.Portal;
import io.corporateportals.assigner.model.PortalChange;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.Portals;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portals in PostgreSQL. */
public final class Catalogue implements PortalCatalogue {
    private final Postgres postgres;
    private final Tables tables;
    private final boolean withHosts;
    private @Nullable Portals remembered;

    /**
     * As one thread of the assigner reads it.
     *
     * @param withHosts whether it goes by hosts too
     */
    public Catalogue(Postgres postgres, boolean withHosts) {
        this.postgres = postgres;
        this.tables = postgres.tables();
        this.withHosts = withHosts;
    }

    /** From now on the portals stay as they are now. */
    void remember() {
        remembered = read();
    }

    @Override
    public Portals now() {
        postgres.scheduler().step("select from portal");
        return remembered == null ? read() : remembered;
    }

    private Portals read() {
        Map<DomainName, PortalId> inForce = new HashMap<>();
        for (Claim claim : tables.claims)
            if (claim.domain() != null && claim.refusal() == null) inForce.put(claim.domain(), claim.portal());
        return new Portals(tables.portals, inForce, withHosts ? tables.hosts : Map.of());
    }

    @Override
    public long lockProgress() {
        postgres.scheduler().step("lock portal_log_progress");
        postgres.lock("portals");
        return tables.portalProgress;
    }

    @Override
    public long progress() {
        return tables.portalProgress;
    }

    @Override
    public void advance(long nextOffset) {
        postgres.write(() -> tables.portalProgress = nextOffset);
    }

    @Override
    public boolean firstTime(EventId event) {
        postgres.write(() -> tables.appliedPortalEvents.add(event));
        return !tables.appliedPortalEvents.contains(event);
    }

    @Override
    public Map<PortalId, Portal> portals() {
        return Map.copyOf(tables.portals);
    }

    @Override
    public List<Claim> claims() {
        return tables.claims;
    }

    @Override
    public Map<DomainName, PortalId> hosts() {
        return Map.copyOf(tables.hosts);
    }

    @Override
    public long saidAt(PortalId portal) {
        return tables.portalSaidAt.getOrDefault(portal, Heard.NOWHERE);
    }

    @Override
    public void store(PortalChange change, long saidAt) {
        postgres.write(() -> {
            tables.portalSaidAt.put(change.portal().id(), saidAt);
            tables.portals.put(change.portal().id(), change.portal());
            if (change.newHost() != null)
                tables.hosts.put(change.newHost(), change.portal().id());
        });
        storeClaims(change.claims());
    }

    @Override
    public void storeClaims(Collection<Claim> claims) {
        List<Claim> stored = List.copyOf(claims);
        postgres.write(() -> tables.claims = stored);
    }
}

package io.corporateportals.assigner.jdbc;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPortalCatalogue implements PortalCatalogue {
    private final JdbcClient jdbc;
    private final PortalRows portalRows;
    private final ClaimRows claimRows;
    private volatile @Nullable Snapshot latest;

    JdbcPortalCatalogue(JdbcClient jdbc, PortalRows portalRows, ClaimRows claimRows) {
        this.jdbc = jdbc;
        this.portalRows = portalRows;
        this.claimRows = claimRows;
    }

    private record Snapshot(long version, Portals portals) {}

    // The version is read at every call, and before the portals: what is kept can be newer than its version, not older.
    @Override
    public Portals now() {
        long version = jdbc.sql("select catalogue_version from portal_log_progress")
                .query(Long.class)
                .single();
        Snapshot kept = latest;
        if (kept != null && kept.version() == version) return kept.portals();
        Snapshot read = new Snapshot(version, new Portals(portals(), domainsInForce(), hosts()));
        latest = read;
        return read.portals();
    }

    @Override
    public long lockProgress() {
        return jdbc.sql("select next_offset from portal_log_progress for update")
                .query(Long.class)
                .single();
    }

    @Override
    public long progress() {
        return jdbc.sql("select next_offset from portal_log_progress")
                .query(Long.class)
                .single();
    }

    @Override
    public void advance(long nextOffset) {
        jdbc.sql("update portal_log_progress set next_offset = :nextOffset")
                .param("nextOffset", nextOffset)
                .update();
    }

    @Override
    public boolean firstTime(EventId event) {
        return jdbc.sql("insert into applied_portal_event (event_id) values (:event) on conflict do nothing")
                        .param("event", event.value())
                        .update()
                > 0;
    }

    @Override
    public Map<PortalId, Portal> portals() {
        Map<PortalId, Portal> portals = new HashMap<>();
        for (PortalRow row : portalRows.findAll()) portals.put(new PortalId(row.portalId()), row.portal());
        return portals;
    }

    @Override
    public List<Claim> claims() {
        return claimRows.findAll().stream().map(ClaimRow::claim).toList();
    }

    private Map<DomainName, PortalId> domainsInForce() {
        Map<DomainName, PortalId> domains = new HashMap<>();
        for (Claim claim : claims())
            if (claim.refusal() == null && claim.domain() != null) domains.put(claim.domain(), claim.portal());
        return domains;
    }

    @Override
    public Map<DomainName, PortalId> hosts() {
        Map<DomainName, PortalId> hosts = new HashMap<>();
        jdbc.sql("select host, portal_id from portal_host")
                .query((row, number) ->
                        hosts.put(new DomainName(row.getString("host")), new PortalId(row.getString("portal_id"))))
                .list();
        return hosts;
    }

    @Override
    public long saidAt(PortalId portal) {
        return portalRows.findById(portal.value()).map(PortalRow::saidAt).orElse(Heard.NOWHERE);
    }

    @Override
    public void store(PortalChange change, long saidAt) {
        PortalRow before = portalRows.findById(change.portal().id().value()).orElse(null);
        portalRows.save(
                PortalRow.of(change.portal(), change.refusedHost(), saidAt, before == null ? null : before.version()));
        if (change.newHost() != null)
            jdbc.sql("insert into portal_host (host, portal_id) values (:host, :portal)")
                    .param("host", change.newHost().value())
                    .param("portal", change.portal().id().value())
                    .update();
        storeClaims(change.claims());
    }

    // Only what is another one is written, and what is let go goes first: a domain has one holder at any time.
    @Override
    public void storeClaims(Collection<Claim> claims) {
        Set<Claim> now = new HashSet<>(claims);
        Set<Claim> stored = new HashSet<>();
        Set<PortalId> withNews = new HashSet<>();
        for (ClaimRow row : claimRows.findAll()) {
            Claim claim = row.claim();
            stored.add(claim);
            if (now.contains(claim)) continue;
            claimRows.delete(row);
            withNews.add(claim.portal());
        }
        for (Claim claim : claims) {
            if (stored.contains(claim)) continue;
            claimRows.save(ClaimRow.of(claim));
            withNews.add(claim.portal());
        }
        tell(withNews);
        jdbc.sql("update portal_log_progress set catalogue_version = catalogue_version + 1")
                .update();
    }

    private void tell(Set<PortalId> portals) {
        if (portals.isEmpty()) return;
        jdbc.sql("update portal_status set version = version + 1 where portal_id = any(:portals)")
                .param("portals", Columns.texts(portals))
                .update();
    }
}

package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.model.Portal;
import io.corporateportals.exporter.application.FeedRegister;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.application.Return;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.testbed.simulation.store.Tables.FeedState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which feeds were made, in PostgreSQL. */
public final class FeedRows implements FeedRegister {
    private final Postgres postgres;
    private final Tables tables;

    public FeedRows(Postgres postgres) {
        this.postgres = postgres;
        this.tables = postgres.tables();
    }

    @Override
    public Set<PortalId> made() {
        Set<PortalId> made = new HashSet<>();
        for (String portal : tables.feeds.keySet()) made.add(new PortalId(portal));
        return made;
    }

    @Override
    public void makeMissing(Set<PortalId> needed, Function<PortalId, String> making) {
        postgres.scheduler().step("make feeds");
        Set<String> all = new TreeSet<>();
        for (PortalId portal : needed) all.add(portal.value());
        for (Portal portal : tables.portals.values())
            if (portal.state() != Portal.State.DELETED) all.add(portal.id().value());
        for (String portal : all) {
            if (tables.feeds.containsKey(portal)) continue;
            String topic = making.apply(new PortalId(portal));
            tables.feeds.put(topic, FeedState.OPEN);
        }
    }

    @Override
    public void whenDue(Duration every, UnaryOperator<Set<PortalId>> beating) {
        throw new UnsupportedOperationException("no heartbeats");
    }

    @Override
    public Map<PortalId, String> open() {
        throw new UnsupportedOperationException("no feed is replaced");
    }

    @Override
    public String topicId(PortalId portal) {
        return tables.feeds.containsKey(portal.value()) ? portal.value() : "";
    }

    @Override
    public void isMade(PortalId portal, String topicId) {
        throw new UnsupportedOperationException("every feed can be made");
    }

    @Override
    public Return bringBack(PortalId portal, @Nullable String topicId, BooleanSupplier isEmpty) {
        if (tables.feeds.get(portal.value()) != FeedState.PARKED) return Return.NOT_PARKED;
        boolean isParked = tables.parked.keySet().stream()
                .anyMatch(parking -> parking.portal().equals(portal.value()));
        tables.parked.replaceAll(
                (parking, one) -> one.portal().equals(portal) ? ParkedRows.in(one, Parked.State.RETURNING) : one);
        tables.feeds.put(portal.value(), isParked ? FeedState.RETURNING : FeedState.OPEN);
        return Return.BEGUN;
    }
}

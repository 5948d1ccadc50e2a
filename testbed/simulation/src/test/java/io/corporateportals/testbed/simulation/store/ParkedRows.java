package io.corporateportals.testbed.simulation.store;

import io.corporateportals.exporter.application.CatchUp;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.application.ParkedFeeds;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.store.Tables.FeedState;
import io.corporateportals.testbed.simulation.store.Tables.Parking;
import java.util.concurrent.atomic.AtomicBoolean;

/** Parked portals, in PostgreSQL. */
public final class ParkedRows implements ParkedFeeds {
    private final Postgres postgres;
    private final Tables tables;
    private final Conduct conduct;
    private final OwnerRows owners;

    public ParkedRows(Postgres postgres, Conduct conduct) {
        this.postgres = postgres;
        this.tables = postgres.tables();
        this.conduct = conduct;
        this.owners = new OwnerRows(postgres, conduct);
    }

    @Override
    public void hold(PortalId portal) {
        tables.feeds.put(portal.value(), FeedState.PARKED);
        postgres.scheduler().news();
    }

    @Override
    public void park(Ownership owner, PortalId portal, Position from) {
        postgres.scheduler().step("park");
        postgres.inTransaction(() -> {
            owners.check(owner);
            postgres.write(() -> {
                if (!conduct.parksOnlyWhatIsHeld() || tables.feeds.get(portal.value()) == FeedState.PARKED)
                    park(owner.partition(), portal, from);
            });
        });
    }

    @Override
    public void setAside(Ownership owner, PortalId portal, Position from) {
        postgres.scheduler().step("set aside");
        postgres.inTransaction(() -> {
            owners.check(owner);
            postgres.write(() -> {
                tables.feeds.replace(portal.value(), FeedState.OPEN, FeedState.RETURNING);
                if (tables.feeds.get(portal.value()) == FeedState.RETURNING) park(owner.partition(), portal, from);
            });
        });
    }

    private void park(int partition, PortalId portal, Position from) {
        Parked.State state =
                tables.feeds.get(portal.value()) == FeedState.RETURNING ? Parked.State.RETURNING : Parked.State.STOPPED;
        tables.parked.putIfAbsent(
                new Parking(portal.value(), partition), new Parked(portal, from, tables.nextRound(), state));
    }

    @Override
    public boolean stop(Ownership owner, Parked stopped) {
        postgres.scheduler().step("stop a return");
        AtomicBoolean held = new AtomicBoolean();
        postgres.inTransaction(() -> {
            owners.check(owner);
            postgres.write(() -> {
                held.set(tables.feeds.get(stopped.portal().value()) == FeedState.PARKED);
                if (held.get())
                    tables.parked.computeIfPresent(
                            new Parking(stopped.portal().value(), owner.partition()),
                            (parking, one) -> one.round() == stopped.round() ? stopped : one);
            });
        });
        return held.get();
    }

    @Override
    public void unpark(Ownership owner, CatchUp returned) {
        String portal = returned.portal().value();
        postgres.scheduler().step("unpark");
        postgres.inTransaction(() -> {
            owners.check(owner);
            postgres.write(() -> {
                Parking its = new Parking(portal, owner.partition());
                Parked parked = tables.parked.get(its);
                if (parked != null && parked.round() == returned.round()) tables.parked.remove(its);
                boolean isLast = tables.parked.keySet().stream()
                        .noneMatch(parking -> parking.portal().equals(portal));
                if (isLast && tables.feeds.get(portal) == FeedState.RETURNING) tables.feeds.put(portal, FeedState.OPEN);
            });
        });
    }

    static Parked in(Parked one, Parked.State state) {
        return new Parked(one.portal(), one.from(), one.round(), state);
    }
}

package io.corporateportals.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.application.CatchUp;
import io.corporateportals.exporter.application.FeedRegister;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Parked;
import io.corporateportals.exporter.application.ParkedFeeds;
import io.corporateportals.exporter.application.Return;
import io.corporateportals.exporter.jdbc.JdbcFeedRegister;
import io.corporateportals.exporter.jdbc.JdbcLedger;
import io.corporateportals.exporter.jdbc.JdbcParkedFeeds;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A person brings a portal back while partitions are still parking it. */
@ExtendWith(PartsExtension.class)
class ReturnWhileParkingIT {
    private static final PortalId ACME = new PortalId("acme");
    private static final Position BEGINNING = new Position(0, Cursor.START);

    private final World world;
    private final FeedRegister register;
    private final Ledger ledger;
    private final ParkedFeeds parked;

    ReturnWhileParkingIT(Parts parts) {
        world = new World(parts);
        world.start();
        world.stop();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(world.database.jdbcUrl(Database.EXPORTER));
        JdbcClient jdbc = JdbcClient.create(source);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        register = new JdbcFeedRegister(jdbc, transactions);
        ledger = new JdbcLedger(jdbc, transactions);
        parked = new JdbcParkedFeeds(jdbc, transactions);
        register.makeMissing(Set.of(ACME), portal -> "topic");
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Between the loop's glance, which still saw it held, and its parking. */
    @Test
    void aPortalThatIsBackIsNotParkedAnyMore() {
        Ownership owner = ledger.own(0);
        parked.hold(ACME);
        assertThat(ledger.glance(owner).held()).containsExactly(ACME);
        assertThat(register.bringBack(ACME, "topic", () -> false)).isEqualTo(Return.BEGUN);
        parked.park(owner, ACME, BEGINNING);

        assertThat(ledger.glance(owner).parked()).isEmpty();
    }

    /** Else a loop that waits for the feed that is gone would write to the new one what is then sent again. */
    @Test
    void aFeedThatWasMadeAgainBeginsWhenItIsEmptyAndEveryPartitionHasParkedIt() {
        parked.hold(ACME);
        for (int partition = 0; partition < Topics.LEARNER_PARTITIONS; partition++) {
            assertThat(register.bringBack(ACME, "another", () -> true)).isEqualTo(Return.STILL_PARKING);
            parked.park(ledger.own(partition), ACME, BEGINNING);
        }
        assertThat(register.bringBack(ACME, null, () -> true)).isEqualTo(Return.FEED_MISSING);
        assertThat(register.bringBack(ACME, "another", () -> false)).isEqualTo(Return.FEED_NOT_EMPTY);
        int before = ledger.glance(ledger.own(0)).parked().get(0).round();
        assertThat(register.bringBack(ACME, "another", () -> true)).isEqualTo(Return.BEGUN);

        assertThat(ledger.glance(ledger.own(0)).parked())
                .singleElement()
                .satisfies(one -> assertThat(one.round()).isGreaterThan(before));
    }

    @Test
    void aFeedThatTheBrokerRefusedToMakeGoesOnWhereItWasParkedWhenAPersonHasMadeIt() {
        PortalId beko = new PortalId("beko");
        register.makeMissing(Set.of(beko), portal -> "");
        parked.hold(beko);
        Ownership owner = ledger.own(0);
        parked.park(owner, beko, BEGINNING);
        int before = ledger.glance(owner).parked().get(0).round();
        assertThat(register.bringBack(beko, "made by hand", () -> false)).isEqualTo(Return.BEGUN);

        assertThat(ledger.glance(owner).parked())
                .singleElement()
                .satisfies(one -> assertThat(one.round()).isEqualTo(before));
        assertThat(register.topicId(beko)).isEqualTo("made by hand");
    }

    @Test
    void whatIsSetAsideReturnsAtOnceInThatPartitionAndIsOpenWhenItIsThrough() {
        Ownership owner = ledger.own(0);
        parked.setAside(owner, ACME, BEGINNING);

        assertThat(ledger.glance(owner).held()).isEmpty();
        assertThat(ledger.glance(ledger.own(1)).parked()).isEmpty();
        assertThat(ledger.glance(owner).parked()).extracting(Parked::state).containsExactly(Parked.State.RETURNING);
        int round = ledger.glance(owner).parked().get(0).round();
        parked.unpark(owner, new CatchUp(ACME, round - 1, BEGINNING));
        assertThat(ledger.glance(owner).parked()).hasSize(1);
        parked.unpark(owner, new CatchUp(ACME, round, BEGINNING));
        assertThat(ledger.glance(owner).parked()).isEmpty();
        parked.hold(ACME);
        parked.setAside(owner, ACME, BEGINNING);
        assertThat(ledger.glance(owner).parked()).isEmpty();
    }

    /** A partition that is on its way back may still be writing. */
    @Test
    void aPortalThatIsHeldOnItsWayBackGoesOnFromThereOnceThePartitionHasStopped() {
        Position reached = new Position(7, Cursor.behind(3));
        for (int partition = 1; partition < Topics.LEARNER_PARTITIONS; partition++)
            parked.setAside(ledger.own(partition), ACME, BEGINNING);
        Ownership owner = ledger.own(0);
        parked.setAside(owner, ACME, BEGINNING);
        parked.hold(ACME);
        Parked one = ledger.glance(owner).parked().get(0);
        assertThat(one.state()).isEqualTo(Parked.State.TO_STOP);
        assertThat(register.bringBack(ACME, "another", () -> true)).isEqualTo(Return.STILL_PARKING);

        assertThat(parked.stop(owner, stopped(one, reached))).isTrue();
        assertThat(register.bringBack(ACME, "another", () -> true)).isEqualTo(Return.STILL_PARKING);
        assertThat(register.bringBack(ACME, "topic", () -> false)).isEqualTo(Return.BEGUN);

        assertThat(ledger.glance(owner).parked())
                .containsExactly(new Parked(ACME, reached, one.round(), Parked.State.RETURNING));
    }

    /** Between the loop's glance, which still saw it held, and its stopping. */
    @Test
    void aPortalThatIsBackBeforeAPartitionHasStoppedGoesOnThereAndHasNotStopped() {
        for (int partition = 1; partition < Topics.LEARNER_PARTITIONS; partition++)
            parked.setAside(ledger.own(partition), ACME, BEGINNING);
        Ownership owner = ledger.own(0);
        parked.setAside(owner, ACME, BEGINNING);
        parked.hold(ACME);
        Parked one = ledger.glance(owner).parked().get(0);
        assertThat(register.bringBack(ACME, "topic", () -> false)).isEqualTo(Return.BEGUN);

        assertThat(parked.stop(owner, stopped(one, BEGINNING))).isFalse();

        parked.hold(ACME);
        assertThat(ledger.glance(owner).parked()).extracting(Parked::state).containsExactly(Parked.State.TO_STOP);
        assertThat(register.bringBack(ACME, "another", () -> true)).isEqualTo(Return.STILL_PARKING);
    }

    private static Parked stopped(Parked one, Position reached) {
        return new Parked(ACME, reached, one.round(), Parked.State.STOPPED);
    }
}

package io.corporateportals.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.exporter.application.FeedRegister;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.ParkedFeeds;
import io.corporateportals.exporter.jdbc.JdbcFeedRegister;
import io.corporateportals.exporter.jdbc.JdbcLedger;
import io.corporateportals.exporter.jdbc.JdbcParkedFeeds;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A person brings a portal back between a loop's glance, which still saw it held, and its parking. */
@ExtendWith(PartsExtension.class)
class ReturnWhileParkingIT {
    private static final PortalId ACME = new PortalId("acme");
    private static final int PARTITION = 0;

    @Test
    void aPortalThatIsBackIsNotParkedAnyMore(Parts parts) {
        try (World world = new World(parts)) {
            world.start();
            world.stop();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(world.database.jdbcUrl(Database.EXPORTER));
            JdbcClient jdbc = JdbcClient.create(source);
            DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
            FeedRegister register = new JdbcFeedRegister(jdbc, transactions, Clock.systemUTC());
            Ledger ledger = new JdbcLedger(jdbc, transactions);
            ParkedFeeds parked = new JdbcParkedFeeds(jdbc, transactions);
            register.makeMissing(Set.of(ACME), portal -> "topic");
            Ownership owner = ledger.own(PARTITION);

            parked.hold(ACME);
            assertThat(ledger.glance(owner).held()).containsExactly(ACME);
            assertThat(register.bringBack(ACME, "topic")).isTrue();
            parked.park(owner, ACME, new Position(0, Cursor.START));

            assertThat(ledger.glance(owner).parked()).isEmpty();
        }
    }
}

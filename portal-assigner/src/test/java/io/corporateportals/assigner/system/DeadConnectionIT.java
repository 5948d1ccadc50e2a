package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.network.PostgresProxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As behind a firewall that has lost what it knew: neither end hears that the other has given up, and one of them holds locks. */
@ExtendWith(PartsExtension.class)
class DeadConnectionIT {
    private static final int LEARNERS = 60;
    private static final String NOT_ANNOUNCED =
            "select sum(p.sequence - n.sequence) from log_progress p join announced n using (partition)";

    private final PostgresProxy postgres;
    private final RunningAssigner assigner;
    private final Lms lms;

    DeadConnectionIT(Parts parts) {
        postgres = parts.network().postgres();
        assigner = new RunningAssigner(
                parts,
                "spring.datasource.hikari.connection-timeout=1000",
                "JDBC_SOCKET_TIMEOUT=3",
                "JDBC_IDLE_IN_TRANSACTION=4",
                "JDBC_TRANSACTION_TIMEOUT=8");
        lms = new Lms(parts);
    }

    @BeforeEach
    void start() {
        Database through = new Database(postgres.port(), assigner.database().name());
        assigner.start("spring.datasource.url=" + through.jdbcUrl());
        lms.emit(portalCreated("acme", "acme.example"));
        soon(() -> assertThat(assigner.number("select count(*) from portal")).isOne());
    }

    @AfterEach
    void stop() {
        postgres.cut();
        postgres.heal();
        lms.close();
        assigner.close();
    }

    @Test
    void goesOnAfterItsConnectionsHaveSilentlyDiedInATransaction() throws Exception {
        lms.emit(learners(0));
        soon(() -> assertThat(assignments()).isEqualTo(LEARNERS));
        try (Connection other = DriverManager.getConnection(assigner.database().jdbcUrl(Database.OWNER));
                Statement locking = other.createStatement()) {
            other.setAutoCommit(false);
            locking.execute("select from assigner.log_progress for update");
            lms.emit(learners(LEARNERS));
            soon(() -> assertThat(sessions("wait_event_type = 'Lock'")).isPositive());
            postgres.forget();
            other.commit();
        }

        soon(() -> assertThat(assignments()).isEqualTo(2 * LEARNERS));
        soon(() -> assertThat(assigner.number(NOT_ANNOUNCED)).isZero());
        soon(() -> assertThat(assigner.partitions()).isEqualTo("{}"));
    }

    // PostgreSQL waits for the rest of the statement, and does not call that idle
    @Test
    void whoseStatementNeverComesWholeHoldsItsLocksNoLongerThanATransactionMayTake() throws Exception {
        Thread cutShort = new Thread(this::locksAllAndSaysMuch);
        cutShort.start();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> sessions("state = 'active' and wait_event = 'ClientRead'") > 0);
        postgres.forget();
        lms.emit(learners(0));

        soon(() -> assertThat(assignments()).isEqualTo(LEARNERS));
        cutShort.join();
    }

    private void locksAllAndSaysMuch() {
        DataSource ours = assigner.bean("dataSource", DataSource.class);
        try (Connection connection = ours.getConnection();
                Statement locking = connection.createStatement();
                PreparedStatement saying = connection.prepareStatement("select length(?)")) {
            connection.setAutoCommit(false);
            locking.execute("select from assigner.log_progress for update");
            saying.setString(1, "x".repeat(100_000_000));
            saying.execute();
        } catch (SQLException forgotten) {
            // it is cut short
        }
    }

    private static List<SpecificRecord> learners(int from) {
        return IntStream.range(from, from + LEARNERS)
                .mapToObj(n -> "learner-" + n)
                .<SpecificRecord>map(name -> registered(name, name + "@acme.example"))
                .toList();
    }

    private long assignments() {
        return assigner.number("select count(*) from assignment");
    }

    private long sessions(String which) {
        return assigner.number("select count(*) from pg_stat_activity where " + which);
    }

    // sooner than without the limits set here
    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}

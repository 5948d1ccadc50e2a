package io.corporateportals.testbed.parts.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PartsExtension.class)
class PostgresProxyIT {
    private final PostgresProxy proxy;
    private final Database direct;
    private final Database through;
    private final Parts parts;

    PostgresProxyIT(Parts parts) throws SQLException {
        this.parts = parts;
        proxy = parts.network().postgres();
        direct = parts.freshDatabase();
        through = new Database(proxy.port(), direct.name());
        try (Connection connection = connect(direct, "")) {
            run(connection, "CREATE TABLE public.one (n int); CREATE TABLE public.other (n int)");
        }
    }

    @AfterEach
    void heal() {
        parts.network().heal();
    }

    // the driver prepares COMMIT on the server when it has been asked often enough; "simple" is PostgreSQL's other
    // protocol
    @ParameterizedTest
    @ValueSource(strings = {"", "&prepareThreshold=1", "&preferQueryMode=simple"})
    void aTransactionCountsAlthoughTheAnswerToItsCommitIsLost(String options) throws SQLException {
        try (Connection connection = connect(through, options)) {
            connection.setAutoCommit(false);
            for (int n = 1; n <= 7; n++) {
                insert(connection, "one", n);
                connection.commit();
            }
            Drops drops = proxy.dropAnswersToCommit(1);
            insert(connection, "one", 8);
            assertThat(drops.happened()).isZero();

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);

            assertThat(drops.happened()).isOne();
            assertThat(connection.isValid(1)).isFalse();
        }
        assertThat(count("one")).isEqualTo(8);
    }

    @Test
    void onlyTheTransactionThatIsMeantIsLost() throws SQLException {
        Drops drops = proxy.dropAnswersToCommit(1, "public.other");
        try (Connection connection = connect(through, "")) {
            connection.setAutoCommit(false);
            insert(connection, "other", 1);
            connection.rollback();
            insert(connection, "one", 1);
            connection.commit();
            insert(connection, "other", 2);
            insert(connection, "one", 2);
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        }
        assertThat(drops.happened()).isOne();
        assertThat(count("one")).isEqualTo(2);
        assertThat(count("other")).isOne();
    }

    @Test
    void aHalfOpenConnectionStaysSilentAndIsResetWhenTheNetworkIsHealed() throws SQLException {
        try (Connection connection = connect(through, "&socketTimeout=1")) {
            assertThat(connection.isValid(1)).isTrue();
            proxy.halfOpen();
            assertThatThrownBy(() -> run(connection, "INSERT INTO public.one VALUES (1)"))
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
        assertThatThrownBy(() -> connect(through, "&loginTimeout=1")).isInstanceOf(SQLException.class);
        proxy.heal();
        assertThat(count("one")).isZero();
        try (Connection again = connect(through, "")) {
            insert(again, "one", 1);
        }
        assertThat(count("one")).isOne();
    }

    @Test
    void whoIsRefusedIsToldSoAndWhoWasThereStays() throws SQLException {
        try (Connection connection = connect(through, "")) {
            proxy.refuse();
            assertThatThrownBy(() -> connect(through, "")).hasMessageContaining("refused");
            insert(connection, "one", 1);
            proxy.cut();
            assertThatThrownBy(() -> insert(connection, "one", 2)).isInstanceOf(SQLException.class);
        }
        assertThat(count("one")).isOne();
    }

    @Test
    void aDelayIsThereAndBack() throws SQLException {
        try (Connection connection = connect(through, "")) {
            proxy.delay(Duration.ofMillis(150));
            Instant before = Instant.now();
            insert(connection, "one", 1);
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
        }
    }

    @Test
    void anyOtherProtocolPassesToo() throws Exception {
        URI subjects = URI.create("http://" + parts.network().registry().address() + "/apis/ccompat/v7/subjects");
        try (var answer = subjects.toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("SharedLearner");
        }
    }

    private static Connection connect(Database database, String options) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(Database.OWNER) + options);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(Connection connection, String table, int n) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO public." + table + " VALUES (?)")) {
            insert.setInt(1, n);
            insert.executeUpdate();
        }
    }

    private int count(String table) throws SQLException {
        try (Connection connection = connect(direct, "");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM public." + table)) {
            count.next();
            return count.getInt(1);
        }
    }
}

package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.Leadership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Repository;

/**
 * The lead is an advisory lock of a session: PostgreSQL gives it back when the session, or its process, is gone, or has not
 * asked for so long that it must be frozen or cut off.
 */
@Repository
class JdbcLeadership implements Leadership {
    private static final int SECONDS_TO_ANSWER = 2;
    private static final String GIVEN_UP_WHEN_IDLE =
            "select set_config('idle_session_timeout', current_setting('idle_in_transaction_session_timeout'), false)";

    private final DataSource dataSource;
    private @Nullable Connection held;
    private long term;

    JdbcLeadership(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public synchronized long term() {
        try {
            if (held != null && held.isValid(SECONDS_TO_ANSWER)) return term;
            resign();
            return take() ? ++term : 0;
        } catch (SQLException e) {
            resign();
            throw new DataAccessResourceFailureException("the lock of the announcing instance cannot be asked for");
        }
    }

    private boolean take() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (PreparedStatement lock = connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtext('portal-assigner announces'))");
                ResultSet answer = lock.executeQuery()) {
            if (answer.next() && answer.getBoolean(1)) {
                held = connection;
                execute(connection, GIVEN_UP_WHEN_IDLE);
                return true;
            }
        } catch (SQLException e) {
            if (held == null) connection.close();
            throw e;
        }
        connection.close();
        return false;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    @Override
    public synchronized void resign() {
        if (held == null) return;
        // unlocked by hand: a pool keeps the session when it is given back
        try (Connection connection = held) {
            execute(connection, "select pg_advisory_unlock_all()");
            execute(connection, "reset idle_session_timeout");
        } catch (SQLException e) {
            // the session is gone, and the lock with it
        } finally {
            held = null;
        }
    }
}

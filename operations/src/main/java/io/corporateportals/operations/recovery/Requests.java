package io.corporateportals.operations.recovery;

import io.corporateportals.operations.CannotGoOn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The partitions' requests, as the exporter writes them. */
final class Requests implements AutoCloseable {
    private final Connection database;

    Requests(Connection database) {
        this.database = database;
    }

    /** Those that are not settled, by partition. */
    List<Request> open() {
        String query = "select partition, reason, on_feeds, undecided from exporter.recovery order by 1";
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<Request> open = new ArrayList<>();
            while (row.next()) open.add(new Request(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)));
            return open;
        } catch (SQLException fault) {
            throw refused(fault);
        }
    }

    /** Allows all that there are now. */
    void allow() {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("update exporter.recovery set allowed_at = now() where allowed_at is null");
        } catch (SQLException fault) {
            throw refused(fault);
        }
    }

    private static CannotGoOn refused(SQLException fault) {
        return new CannotGoOn("exporter.recovery cannot be read or written (SQL state " + fault.getSQLState()
                + "): start the sharing-exporter of this release once, and be its role or the owner (--jdbc-user)");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}

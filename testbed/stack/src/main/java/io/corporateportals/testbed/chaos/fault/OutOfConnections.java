package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.parts.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL has no connection left for the services, and ends those that there are. */
final class OutOfConnections implements Fault {
    private static final Duration LASTS = Duration.ofSeconds(5);
    private static final String[] ROLES = {Database.ASSIGNER, Database.EXPORTER};

    private final Database database;

    OutOfConnections(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "PostgreSQL out of connections";
    }

    @Override
    public Needs needs() {
        return Needs.EVERYTHING;
    }

    @Override
    public Duration lasts() {
        return LASTS;
    }

    @Override
    public void inject() {
        for (String role : ROLES) {
            run("alter role " + role + " connection limit 0");
            run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
        }
    }

    @Override
    public void heal() {
        for (String role : ROLES) run("alter role " + role + " connection limit -1");
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(Database.OWNER));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException("PostgreSQL refused", fault);
        }
    }
}

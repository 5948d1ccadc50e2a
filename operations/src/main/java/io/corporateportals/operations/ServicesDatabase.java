package io.corporateportals.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the services' database is: options, or else the services' environment variables. */
public final class ServicesDatabase {
    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            defaultValue = "${env:JDBC_URL:-jdbc:postgresql://localhost:5432/portals}",
            description = "The services' database (JDBC_URL; default: that of this machine).")
    private String jdbc = "";

    @Option(
            names = "--jdbc-user",
            paramLabel = "ROLE",
            defaultValue = "${env:JDBC_USER}",
            description =
                    "The role that connects (JDBC_USER; default: the service's own); its password is JDBC_PASSWORD.")
    private @Nullable String role;

    /**
     * Connects.
     *
     * @param roleByDefault the role of the service whose tables are needed
     */
    public Connection connect(String roleByDefault) {
        Properties login = new Properties();
        login.setProperty("user", Objects.requireNonNullElse(role, roleByDefault));
        login.setProperty("password", Objects.requireNonNullElse(System.getenv("JDBC_PASSWORD"), ""));
        login.setProperty("loginTimeout", "15");
        try {
            return DriverManager.getConnection(jdbc, login);
        } catch (SQLException fault) {
            throw new CannotGoOn("PostgreSQL does not let us in (SQL state " + fault.getSQLState()
                    + "): is it running, and are --jdbc, --jdbc-user and JDBC_PASSWORD right?");
        }
    }
}

package io.corporateportals.testbed.parts.database;

/**
 * A database on the testbed's server, with the two services' roles and rights. The server trusts whoever connects from
 * this machine: there are no passwords.
 *
 * @param port the server's
 * @param name the database's
 */
public record Database(int port, String name) {
    /** The role of the portal-assigner. */
    public static final String ASSIGNER = "portal_assigner";

    /** The role of the sharing-exporter. */
    public static final String EXPORTER = "sharing_exporter";

    /** The role that may do everything, for tests and for people who look around. */
    public static final String OWNER = "postgres";

    /** The JDBC URL without a user. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** The JDBC URL that connects as {@code role}. */
    public String jdbcUrl(String role) {
        return jdbcUrl() + "?user=" + role;
    }
}

package io.corporateportals.testbed.parts.database;

import com.sun.security.auth.module.UnixSystem;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Children;
import io.corporateportals.testbed.parts.process.Launch;
import io.corporateportals.testbed.parts.process.Readiness;
import io.corporateportals.testbed.parts.process.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server on the loopback interface. */
public final class PostgresServer {
    private final int port;
    private final Child child;
    private final AtomicInteger freshDatabases = new AtomicInteger();

    private PostgresServer(int port, Child child) {
        this.port = port;
        this.child = child;
    }

    /**
     * Starts it on {@code directory}, which is initialised if it is new; does not wait until it answers.
     *
     * @param lasting whether the data is to survive the machine; if not, nothing waits for the disk
     */
    public static PostgresServer start(
            Children children, Home home, Path directory, Path log, int port, boolean lasting) {
        Path bin = PostgresBinaries.unpacked(home).resolve("bin");
        Path storage = directory.resolve("storage");
        if (!Files.exists(storage)) initialise(children, bin, directory, storage, log);
        removeStalePidFile(storage);
        List<String> command = asOrdinaryUser(
                bin.resolve("postgres").toString(),
                "-D",
                storage.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC",
                // statements and error details hold names and addresses
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "fsync=" + (lasting ? "on" : "off"));
        Launch launch = new Launch("PostgreSQL", command, log).stoppedBy(lasting ? Signal.INT : Signal.QUIT);
        return new PostgresServer(port, children.start(launch));
    }

    /** Returns when it answers. */
    public void awaitReady() {
        Readiness.await(child, () -> {
            try (Connection connection = connect("postgres")) {
                return connection.isValid(1);
            }
        });
    }

    /** Starts it again where it was; waits until it answers. */
    public void restart() {
        child.start();
        awaitReady();
    }

    /** The process, to be stopped, killed or paused. */
    public Child child() {
        return child;
    }

    /** The database of that name, with the services' roles and rights; created if it is not there. */
    public Database database(String name) {
        createIfMissing(name);
        Database database = new Database(port, name);
        run(name, rolesSql());
        return database;
    }

    /** A database that nobody has used. */
    public Database freshDatabase() {
        return database("fresh_" + freshDatabases.incrementAndGet());
    }

    /** The JDBC URL of a database that belongs to a role of the same name; both are created if they are not there. */
    public String ownDatabase(String name) {
        run("postgres", "DO $$ BEGIN CREATE ROLE " + name + " LOGIN; EXCEPTION WHEN duplicate_object THEN END $$");
        createIfMissing(name);
        run("postgres", "ALTER DATABASE " + name + " OWNER TO " + name);
        return new Database(port, name).jdbcUrl();
    }

    private void createIfMissing(String name) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            if (!found.next()) run("postgres", "CREATE DATABASE " + name);
        } catch (SQLException fault) {
            throw new IllegalStateException("cannot look for database " + name, fault);
        }
    }

    private void run(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException("cannot prepare database " + database, fault);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(new Database(port, database).jdbcUrl(Database.OWNER) + "&connectTimeout=2");
    }

    private static void initialise(Children children, Path bin, Path directory, Path storage, Path log) {
        try {
            Files.createDirectories(directory);
            Path partial = Files.createTempDirectory(directory, "initialising-");
            List<String> command = asOrdinaryUser(
                    bin.resolve("initdb").toString(),
                    "--pgdata=" + partial,
                    "--username=" + Database.OWNER,
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions");
            children.run(new Launch("initdb", command, log));
            Files.move(partial, storage);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // PostgreSQL refuses to run as root; in a user namespace of its own it does not know that it does
    private static List<String> asOrdinaryUser(String... command) {
        List<String> line = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) line.addAll(List.of("unshare", "-U"));
        line.addAll(List.of(command));
        return line;
    }

    // After a crash the number in it may by now be another process's, and PostgreSQL would take that for itself.
    private static void removeStalePidFile(Path storage) {
        Path file = storage.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) return;
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            boolean postgres = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(program -> program.endsWith("postgres"))
                    .isPresent();
            if (!postgres) Files.delete(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String rolesSql() {
        try (InputStream sql = PostgresServer.class.getResourceAsStream("roles.sql")) {
            if (sql == null) throw new IllegalStateException("roles.sql is not on the class path");
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

package io.corporateportals.testbed.parts.database;

import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.machine.SmallDisk;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server on the loopback interface. */
public final class PostgresServer {
    private final int port;
    private final Child child;
    private final @Nullable SmallDisk disk;
    private final AtomicInteger freshDatabases = new AtomicInteger();

    private PostgresServer(int port, Child child, @Nullable SmallDisk disk) {
        this.port = port;
        this.child = child;
        this.disk = disk;
    }

    /** As {@link #start(Children, Home, DataDirectory, int, int)}, on the machine's disk. */
    public static PostgresServer start(Children children, Home home, DataDirectory data, int port) {
        return start(children, home, data, port, 0);
    }

    /**
     * Starts it on {@code data}, which is initialised if it is new; does not wait until it answers.
     *
     * @param mebibytes the size of a disk of its own; 0: it has the machine's
     */
    public static PostgresServer start(Children children, Home home, DataDirectory data, int port, int mebibytes) {
        Path bin = PostgresBinaries.unpacked(home).resolve("bin");
        Path storage = storage(data);
        Path log = data.log("postgres");
        if (!Files.exists(storage)) initialise(children, bin, storage, log);
        removeStalePidFile(storage);
        List<String> command = OrdinaryUser.running(bin.resolve("postgres").toString(), "-D", storage.toString());
        settings(port, data.lasting()).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        // a fast shutdown, or, where nothing is to be kept, an immediate one
        SmallDisk disk =
                mebibytes == 0 ? null : SmallDisk.under(storage, mebibytes, children, data.log("disk-of-postgres"));
        Launch launch = new Launch("PostgreSQL", disk == null ? command : disk.command(command), log)
                .stoppedBy(data.lasting() ? Signal.INT : Signal.QUIT);
        return new PostgresServer(port, children.start(launch), disk);
    }

    static Path storage(DataDirectory data) {
        return data.of("postgres").resolve("storage");
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

    /** The disk of its own that it was given. */
    public SmallDisk disk() {
        return Objects.requireNonNull(disk, "it has the machine's");
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

    /** A database that belongs to a role of the same name; both are created if they are not there. */
    public Database ownDatabase(String name) {
        run("postgres", "DO $$ BEGIN CREATE ROLE " + name + " LOGIN; EXCEPTION WHEN duplicate_object THEN END $$");
        createIfMissing(name);
        run("postgres", "ALTER DATABASE " + name + " OWNER TO " + name);
        return new Database(port, name);
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

    private static Map<String, String> settings(int port, boolean lasting) {
        return Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "timezone", "UTC",
                "log_timezone", "UTC",
                // statements and the details of errors hold names and addresses
                "log_error_verbosity", "terse",
                "log_min_error_statement", "panic",
                // what is deleted at the end need not survive the machine
                "fsync", lasting ? "on" : "off");
    }

    // Whole or not at all: a storage that exists can be used.
    private static void initialise(Children children, Path bin, Path storage, Path log) {
        try {
            Files.createDirectories(storage.getParent());
            Path partial = Files.createTempDirectory(storage.getParent(), "initialising-");
            List<String> command = OrdinaryUser.running(
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

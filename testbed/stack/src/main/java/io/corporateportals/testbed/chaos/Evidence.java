package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What is left of a run in which something was wrong: without it, nobody would learn what. */
final class Evidence {
    private static final List<String> PARTS = List.of("logs", "kafka");
    private static final List<String> TABLES = List.of("export_owner", "feed", "parked", "ended_for_partner");
    private static final List<String> QUESTIONS = List.of("health", "prometheus");
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final long PATIENCE_SECONDS = 10;

    private Evidence() {}

    /**
     * Copies what the processes said, the broker's segments and the exporter's tables, and asks every service what its
     * threads do and how it is; returns where all that is now.
     */
    static Path kept(Parts parts, Fleet fleet) {
        DataDirectory data = parts.data();
        try {
            Path kept = Files.createTempDirectory("corporate-portals-chaos-");
            for (Service service : Service.values()) for (ServiceProcess one : fleet.of(service)) ask(one, kept);
            for (String table : TABLES) copy(table, parts.portals(), kept);
            for (String part : PARTS) {
                try (Stream<Path> all = Files.walk(data.of(part))) {
                    for (Path path : (Iterable<Path>) all.filter(Evidence::tellsSomething)::iterator)
                        copy(path, kept.resolve(data.path().relativize(path)));
                }
            }
            return kept;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // one that has ended, or is asked in vain, says nothing
    private static void ask(ServiceProcess service, Path kept) {
        String name = service.child().name();
        try {
            Process threads = new ProcessBuilder(
                            JCMD.toString(), Long.toString(service.child().pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .redirectOutput(kept.resolve(name + ".threads").toFile())
                    .start();
            if (!threads.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) threads.destroyForcibly();
            for (String about : QUESTIONS)
                answer(service.url() + "/actuator/" + about, kept.resolve(name + "." + about));
        } catch (IOException fault) {
            System.err.println(
                    name + " does not say how it is: " + fault.getClass().getName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(String url, Path file) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        HttpClient.newHttpClient().send(question, BodyHandlers.ofFile(file));
    }

    private static void copy(String table, Database database, Path kept) throws IOException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(Database.OWNER));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select to_json(t) from exporter." + table + " t")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) lines.add(rows.getString(1));
            Files.write(kept.resolve(table + ".jsonl"), lines);
        } catch (SQLException fault) {
            System.err.println(table + " cannot be read: " + fault.getSQLState());
        }
    }

    // an index is made of the segment, and has many times its length
    private static boolean tellsSomething(Path path) {
        return Files.isRegularFile(path) && !path.toString().endsWith("index");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}

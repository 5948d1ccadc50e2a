package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import java.io.IOException;
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
import java.util.stream.Stream;

/** What is left of a run in which something was wrong: without it, nobody would learn what. */
final class Evidence {
    private static final List<String> PARTS = List.of("logs", "kafka");
    private static final List<String> TABLES = List.of(
            "exporter.export_owner",
            "exporter.feed",
            "exporter.parked",
            "exporter.ended_for_partner",
            "exporter.recovery",
            "assigner.log_progress",
            "assigner.portal_log_progress",
            "assigner.back_fill_part");
    private static final List<String> QUESTIONS = List.of("health", "prometheus");
    private static final int PATIENCE_SECONDS = 10;

    private final Path kept;

    private Evidence(Path kept) {
        this.kept = kept;
    }

    private interface Attempt {
        void run() throws Exception;
    }

    /**
     * Copies what the processes said, the broker's segments and the services' progress, and asks every service what its
     * threads do and how it is; says what cannot be had.
     *
     * @return where all that is now
     */
    static Path kept(Parts parts, Fleet fleet) throws IOException {
        Evidence evidence = new Evidence(Files.createTempDirectory("corporate-portals-chaos-"));
        for (Service service : Service.values()) for (ServiceProcess one : fleet.of(service)) evidence.ask(one);
        for (String table : TABLES) evidence.attempt(table, () -> evidence.copy(table, parts.portals()));
        for (String part : PARTS) evidence.attempt(part, () -> evidence.copy(part, parts.data()));
        return evidence.kept;
    }

    private void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (Exception fault) {
            System.err.println(what + " cannot be kept: " + fault.getClass().getName());
        }
    }

    private void ask(ServiceProcess service) {
        String name = service.child().name();
        service.child().tellThreads();
        for (String about : QUESTIONS) {
            HttpRequest question = HttpRequest.newBuilder(URI.create(service.url() + "/actuator/" + about))
                    .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                    .build();
            attempt(
                    name + "'s " + about,
                    () -> HttpClient.newHttpClient()
                            .send(question, BodyHandlers.ofFile(kept.resolve(name + "." + about))));
        }
    }

    private void copy(String table, Database database) throws SQLException, IOException {
        String url = database.jdbcUrl(Database.OWNER) + "&socketTimeout=" + PATIENCE_SECONDS;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select to_json(t) from " + table + " t")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) lines.add(rows.getString(1));
            Files.write(kept.resolve(table + ".jsonl"), lines);
        }
    }

    private void copy(String part, DataDirectory data) throws IOException {
        try (Stream<Path> all = Files.walk(data.of(part))) {
            for (Path path : (Iterable<Path>) all.filter(Evidence::tellsSomething)::iterator) {
                Path to = kept.resolve(data.path().relativize(path));
                Files.createDirectories(to.getParent());
                // the broker still removes some
                attempt(path.getFileName().toString(), () -> Files.copy(path, to));
            }
        }
    }

    // an index is made of the segment, and has many times its length
    private static boolean tellsSomething(Path path) {
        return Files.isRegularFile(path) && !path.toString().endsWith("index");
    }
}

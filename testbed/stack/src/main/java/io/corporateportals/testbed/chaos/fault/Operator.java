package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.broker.Answers;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.watch.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The person whom parked feeds and recoveries wait for. */
public final class Operator {
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PARKING = Duration.ofSeconds(15);
    private static final short ONE_REPLICA = 1;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Fleet fleet;

    /** Of this fleet. */
    public Operator(Fleet fleet) {
        this.fleet = fleet;
    }

    /** The feed of some portal that learners are shared with. */
    Optional<String> feedInUse(Random random) {
        List<String> feeds =
                query("select distinct portal_id from published.open_shared_assignments order by portal_id", rows -> {
                    List<String> portals = new ArrayList<>();
                    while (rows.next())
                        portals.add(Topics.employerFeed(rows.getString(1)).name());
                    return portals;
                });
        return feeds.isEmpty() ? Optional.empty() : Optional.of(feeds.get(random.nextInt(feeds.size())));
    }

    /** Makes a feed again, as the contract wants it. */
    void make(String feed) {
        Topic topic = Topics.employerFeed(portal(feed));
        try (Admin admin = fleet.parts().broker().admin()) {
            Answers.of(admin.createTopics(
                            List.of(new NewTopic(feed, topic.partitions(), ONE_REPLICA).configs(topic.settings())))
                    .all());
        }
    }

    /** Waits until every partition stands still and asks, and lets them rebuild what was lost, as bin/recover does. */
    void allowRecovery() {
        await(
                "partitions do not notice that their position is gone",
                () -> number("select count(*) from exporter.recovery") == Topics.LEARNER_PARTITIONS);
        number(
                "with allowed as (update exporter.recovery set allowed_at = now() returning 1) select count(*) from allowed");
    }

    private Set<String> parked() {
        return query("select portal_id from exporter.feed where state = 'PARKED'", rows -> {
            Set<String> portals = new TreeSet<>();
            while (rows.next()) portals.add(rows.getString(1));
            return portals;
        });
    }

    private int number(String sql) {
        return query(sql, row -> {
            row.next();
            return row.getInt(1);
        });
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading) {
        try (Connection connection =
                        DriverManager.getConnection(fleet.parts().portals().jdbcUrl(Database.OWNER));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reading.of(rows);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private boolean isParked(String feed) {
        return parked().contains(portal(feed));
    }

    /** Waits for a while for the exporter to give the feed up; whether it has. */
    boolean seesParked(String feed) {
        long end = System.nanoTime() + PARKING.toNanos();
        while (!isParked(feed)) {
            if (System.nanoTime() > end) return false;
            Pause.millis(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    /** Waits for the alarm, and until every partition has given the feed up. */
    void awaitParked(String feed) {
        await(feed + " is gone and nobody says so", () -> ask(feed).contains("missing"));
    }

    /** Asks for the feed's portal to be brought back until it is no longer parked. */
    void bringBack(String feed) {
        await(feed + " does not come back", () -> {
            if (!isParked(feed)) return true;
            ask(feed);
            return false;
        });
    }

    /** Looks after the alarm: asks for every parked portal to be brought back, and returns which they are. */
    public Set<String> bringBackParked() {
        Set<String> portals = parked();
        portals.forEach(portal -> ask(Topics.employerFeed(portal).name()));
        return portals;
    }

    private static void await(String otherwise, BooleanSupplier what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) throw new NotRecovered(otherwise);
            Pause.millis(LOOK_EVERY_MILLIS);
        }
    }

    /** What the first exporter that can answers. */
    private String ask(String feed) {
        for (var exporter : fleet.of(Service.EXPORTER)) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(exporter.url() + "/parked/" + portal(feed) + "/return"))
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500) return answer.body();
            } catch (IOException notThisOne) {
                // another instance, or later
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return "";
    }

    private static String portal(String feed) {
        return feed.substring("employer.".length(), feed.length() - ".feed".length());
    }
}

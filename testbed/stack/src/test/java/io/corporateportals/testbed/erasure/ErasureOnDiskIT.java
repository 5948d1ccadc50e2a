package io.corporateportals.testbed.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Topics;
import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.LmsEvent;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import io.corporateportals.testbed.stack.ServiceProcess.Addresses;
import io.corporateportals.testbed.stack.ServiceProcess.Instance;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/**
 * A thousand learners opt out or go, and nothing more happens on their feed: the broker's and PostgreSQL's files are
 * searched byte by byte. The times after which Kafka cleans are seconds here instead of hours.
 */
class ErasureOnDiskIT {
    private static final int LEARNERS = 1000;
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String FEED = Topics.employerFeed("acme").name();

    /** In every name, address and title that a feed ever held. */
    private static final Traces SHARED = new Traces("Qx7shared");

    /** In the name, every address and every title of those whose account is terminated, beside the other. */
    private static final Traces TERMINATED = new Traces("Qx7gone");

    @Test
    void nothingIsLeftOfThoseWhoHaveGone() throws Exception {
        AvroLimits.set();
        try (Parts parts = Parts.start(PartsSettings.anywhere())) {
            cleansSoon(
                    parts, new ConfigResource(ConfigResource.Type.BROKER, ""), Map.of("log.cleaner.backoff.ms", "200"));
            for (Service service : Service.values()) start(service, parts);
            try (Emitter lms = new Emitter(parts.bootstrapServers(), parts.registryUrl())) {
                tell(lms, "acme", portal());
                lms.flush();
                awaitCount(parts, "select count(*) from published.portals", 1);
                for (int n = 0; n < LEARNERS; n++) join(lms, n);
                lms.flush();
                awaitCount(parts, "select count(*) from exporter.disclosure", LEARNERS);
                Path kafka = parts.data().of("kafka");
                Path postgres = parts.data().of("postgres");
                assertThat(SHARED.in(kafka, ErasureOnDiskIT::ofTheFeed)).isNotEmpty();
                run(parts, "analyze");
                run(parts, "checkpoint");
                assertThat(TERMINATED.in(postgres, ErasureOnDiskIT::ofATable)).isNotEmpty();
                cleansSoon(
                        parts,
                        new ConfigResource(ConfigResource.Type.TOPIC, FEED),
                        Map.of("segment.ms", "1000", "max.compaction.lag.ms", "1000", "file.delete.delay.ms", "100"));

                for (int n = 0; n < LEARNERS; n++) leave(lms, n);
                lms.flush();
                awaitCount(parts, "select count(*) from assigner.assignment where ended_offset is not null", LEARNERS);

                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(SHARED.in(kafka, ErasureOnDiskIT::ofTheFeed))
                                .isEmpty());
                String learners = query(parts, "select pg_relation_filepath('assigner.learner')");
                run(parts, "vacuum");
                run(parts, "checkpoint");
                assertThat(TERMINATED.in(postgres, ErasureOnDiskIT::ofATable))
                        .allMatch(file -> file.endsWith(learners));
                run(parts, "vacuum (full, analyze) assigner.learner");
                run(parts, "checkpoint");
                assertThat(TERMINATED.in(postgres, ErasureOnDiskIT::ofATable)).isEmpty();
                Path logs = parts.data().logs();
                assertThat(SHARED.in(logs, file -> true)).isEmpty();
                assertThat(TERMINATED.in(logs, file -> true)).isEmpty();
            }
        }
    }

    // everything of the broker's but what the LMS itself wrote
    private static boolean ofTheFeed(Path file) {
        return !file.toString().contains("lms.");
    }

    // the write-ahead log is recycled in time, and is nobody's to read
    private static boolean ofATable(Path file) {
        return !file.toString().contains("pg_wal");
    }

    private static void start(Service service, Parts parts) {
        Instance instance = new Instance(service, service.module(), Map.of("HEARTBEAT_EVERY", "1s"), null);
        ServiceProcess.start(instance, parts, Addresses.of(parts)).awaitReady();
    }

    private static void cleansSoon(Parts parts, ConfigResource where, Map<String, String> settings) throws Exception {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try (Admin admin = parts.broker().admin()) {
            admin.incrementalAlterConfigs(Map.of(where, changes)).all().get();
        }
    }

    private static void join(Emitter lms, int n) {
        String trace = traceOf(n);
        tell(
                lms,
                user(n),
                new UserRegistered(
                        id(), user(n), now(), "Name " + trace, trace + n + "@acme.example", true, null, null, "1", 1L));
        tell(lms, user(n), new CourseCompleted(id(), user(n), now(), "course", "Title " + traceOf(n) + n));
    }

    private static void leave(Emitter lms, int n) {
        if (n % 2 == 0) tell(lms, user(n), new AccountTerminated(id(), user(n), now(), 2L));
        else tell(lms, user(n), new EmailChanged(id(), user(n), now(), "private" + n + "@gmail.com", true, 2L));
    }

    private static String traceOf(int n) {
        return n % 2 == 0 ? SHARED.text() + TERMINATED.text() : SHARED.text();
    }

    private static String user(int n) {
        return "learner-" + n;
    }

    private static PortalCreated portal() {
        return new PortalCreated(
                id(),
                "acme",
                now(),
                "Acme",
                "acme.university.example",
                List.of("acme.example"),
                false,
                "NL",
                now(),
                null,
                false);
    }

    private static void tell(Emitter lms, String key, SpecificRecord record) {
        lms.emit(new LmsEvent(
                record instanceof PortalCreated ? Topics.PORTAL_EVENTS : Topics.USER_EVENTS, key, now(), record));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static void awaitCount(Parts parts, String sql, int count) {
        await().atMost(SOON).until(() -> query(parts, sql).equals("" + count));
    }

    private static String query(Parts parts, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(parts.portals().jdbcUrl(Database.OWNER));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Parts parts, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(parts.portals().jdbcUrl(Database.OWNER));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

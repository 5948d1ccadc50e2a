package io.corporateportals.testbed.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.Schemas;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Liveness;
import java.io.BufferedReader;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsLifeIT {
    private static final TopicPartition PORTAL_EVENTS = new TopicPartition("lms.portal-events", 0);

    @TempDir
    Path directory;

    @Test
    void startAgainOnWhatWasThere() throws Exception {
        String cluster;
        int schemaId;
        try (Parts parts = Parts.start(PartsSettings.on(directory))) {
            cluster = clusterId(parts);
            schemaId = schemaId(parts);
            leaveSomething(parts);
        }
        try (Parts parts = Parts.start(PartsSettings.on(directory))) {
            assertThat(clusterId(parts)).isEqualTo(cluster);
            assertThat(schemaId(parts)).isEqualTo(schemaId);
            assertThatNothingIsLost(parts);
            assertThatThrownBy(() -> Parts.start(PartsSettings.on(directory)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void eachPartSurvivesBeingKilled() throws Exception {
        try (Parts parts = Parts.start(PartsSettings.anywhere())) {
            leaveSomething(parts);
            parts.broker().child().kill();
            parts.registry().child().kill();
            parts.postgres().child().kill();
            parts.postgres().restart();
            parts.registry().restart();
            parts.broker().restart();
            assertThatNothingIsLost(parts);
            assertThat(schemaId(parts)).isPositive();
        }
    }

    @Test
    void nothingIsLeftWhenTheParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(Jvm.running(Program.class, System.getProperty("java.class.path"))
                        .options("-Dcorporateportals.home=" + System.getProperty("corporateportals.home"))
                        .command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            List<Long> pids = LongStream.of(
                            Long.parseLong(output.readLine()),
                            Long.parseLong(output.readLine()),
                            Long.parseLong(output.readLine()))
                    .boxed()
                    .toList();
            Path data = Path.of(output.readLine());
            List<Long> all = Stream.concat(pids.stream(), parent.descendants().map(ProcessHandle::pid))
                    .toList();
            assertThat(all).hasSizeGreaterThan(2 * pids.size());
            assertThat(data).isNotEmptyDirectory();

            parent.destroyForcibly();

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(all).allSatisfy(pid -> assertThat(Liveness.runs(pid)).isFalse());
                assertThat(data).doesNotExist();
            });
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Parts.start(new PartsSettings(port, 0, 0, null)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("port " + port + " is taken: give --kafka-port another, or 0 for any");
        }
    }

    /** Starts the parts, says which processes they are and where their data is, and waits to be killed. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            Parts parts = Parts.start(PartsSettings.anywhere());
            Stream.of(
                            parts.broker().child(),
                            parts.postgres().child(),
                            parts.registry().child())
                    .map(Child::pid)
                    .forEach(System.out::println);
            System.out.println(parts.data().path());
            parts.broker().child().ended().join();
        }
    }

    private static void leaveSomething(Parts parts) throws Exception {
        try (var connection = DriverManager.getConnection(parts.portals().jdbcUrl("portal_assigner"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA something");
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(PORTAL_EVENTS.topic(), "key", "value"))
                    .get();
        }
    }

    private static void assertThatNothingIsLost(Parts parts) throws Exception {
        try (var connection = DriverManager.getConnection(parts.portals().jdbcUrl("portal_assigner"));
                var schemas = connection.getMetaData().getSchemas(null, "something")) {
            assertThat(schemas.next()).isTrue();
        }
        try (Admin admin = parts.broker().admin()) {
            var end = admin.listOffsets(Map.of(PORTAL_EVENTS, OffsetSpec.latest()))
                    .partitionResult(PORTAL_EVENTS)
                    .get();
            assertThat(end.offset()).isOne();
        }
    }

    private static String clusterId(Parts parts) throws Exception {
        try (Admin admin = parts.broker().admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static int schemaId(Parts parts) throws Exception {
        String subject = Schemas.subject(UserRegistered.getClassSchema());
        URI latest = URI.create(parts.registryUrl() + "/subjects/" + subject + "/versions/latest");
        try (InputStream answer = latest.toURL().openStream()) {
            var version = new ObjectMapper().readTree(answer);
            assertThat(version.get("version").asInt()).isOne();
            return version.get("id").asInt();
        }
    }
}

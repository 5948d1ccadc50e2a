package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static io.corporateportals.exporter.World.awaitTypes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.start.StartRefused;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.broker.Answers;
import io.corporateportals.testbed.parts.broker.ContractTopics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is not as it was is refused at start: one line says what is wrong and what to do. */
@ExtendWith(PartsExtension.class)
class StartIT {
    private static final String LOG = Topics.USER_EVENTS.name();
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|^Caused by: ");

    private final World world;
    private final Admin admin;

    StartIT(Parts parts) {
        world = new World(parts);
        admin = parts.broker().admin();
    }

    @BeforeEach
    void assignerHasStarted() {
        world.assigner.hasRead(LOG, idOfTheLog());
    }

    @AfterEach
    void close() {
        admin.close();
        world.close();
    }

    @Test
    void aLogThatWasDeletedAndMadeAnewSinceTheAssignerReadIt() {
        world.start();
        world.stop();
        String before = idOfTheLog();
        makeTheLogAnew();

        try (ServiceProcess service = ServiceProcess.start(world, "--exporter.park-after=2s")) {
            assertThat(service.exitCode()).isEqualTo(1);
            List<String> errors = service.output()
                    .lines()
                    .filter(line -> line.contains(" ERROR "))
                    .toList();
            assertThat(errors)
                    .singleElement()
                    .asString()
                    .contains("not started: topic " + LOG + " was deleted and made anew since it was read (its id is "
                            + idOfTheLog() + ", it was " + before + "): bring the old one back, or begin anew");
            assertThat(service.output()).doesNotContainPattern(STACK_TRACE);
        }
    }

    /** The way out that docs/operations.md names. */
    @Test
    void withADatabaseThatIsNewTooAllIsTakenBackAndSharedAnew() {
        Partner acme = world.portal("acme");
        world.start();
        UUID before = world.member("ann", "acme");
        world.logsIn("ann");
        awaitTypes(acme, "SharedLearner", "SharedActivity");
        world.stop();
        makeTheLogAnew();

        try (World anew = world.beginAnew()) {
            anew.portal("acme");
            anew.start();
            new RecoveryPermit(anew.database).allow();
            UUID after = anew.member("ann", "acme");
            UUID login = anew.logsIn("ann");

            Map<String, String> all = Map.of(
                    before.toString(),
                    "SharingEnded",
                    after.toString(),
                    "SharedLearner",
                    after + "/" + login,
                    "SharedActivity");
            await().atMost(SOON).until(() -> acme.live().equals(all));
            assertThat(acme.leaked()).isEmpty();
        }
    }

    @Test
    void aLogWithMorePartitions() {
        Answers.of(admin.createPartitions(Map.of(LOG, NewPartitions.increaseTo(13)))
                .all());

        refuses("topic " + LOG + " has 13 partitions, not 12: make it anew");
    }

    @Test
    void aLogThatIsMissing() {
        deleteTheLog();

        refuses("topic " + LOG + " is missing: make it as docs/contract.md says");
    }

    @Test
    void aRegistryThatIsEmpty() throws Exception {
        HttpServer empty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        empty.createContext("/", exchange -> {
            byte[] body = "{\"error_code\":40401,\"message\":\"No subject\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        empty.start();
        try {
            refuses(
                    "the schema registry lacks 23 of 23 subjects, such as io.corporateportals.lms.UserRegistered:"
                            + " register the schemas",
                    "--REGISTRY_URL=http://localhost:" + empty.getAddress().getPort());
        } finally {
            empty.stop(0);
        }
    }

    @Test
    void aClockThatShowsAnotherTimeThanPostgreSqls() {
        Duration behind = Duration.ofMinutes(-2);

        assertThatThrownBy(() -> Service.startOnClock(behind, world.parts, world.database))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageMatching("this machine's clock is 1(19|20|21) s behind PostgreSQL's, more than 60 s: .*");

        Service.startOnClock(behind, world.parts, world.database, "--exporter.clock-difference=3m")
                .close();
    }

    private void refuses(String because, String... settings) {
        assertThatThrownBy(() -> world.start(settings))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(because);
    }

    private String idOfTheLog() {
        return Answers.of(admin.describeTopics(List.of(LOG)).allTopicNames())
                .values()
                .iterator()
                .next()
                .topicId()
                .toString();
    }

    private void makeTheLogAnew() {
        deleteTheLog();
        new ContractTopics(world.parts.broker()).create();
    }

    private void deleteTheLog() {
        Answers.of(admin.deleteTopics(List.of(LOG)).all());
        await().until(() -> !admin.listTopics().names().get().contains(LOG));
    }
}

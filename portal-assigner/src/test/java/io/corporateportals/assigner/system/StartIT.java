package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Soon.soon;
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
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is not as it was is refused at start: one line says what is wrong and what to do. */
@ExtendWith({PartsExtension.class, OutputCaptureExtension.class})
class StartIT {
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|^Caused by: ");

    private final Parts parts;
    private final RunningAssigner assigner;

    StartIT(Parts parts) {
        this.parts = parts;
        assigner = new RunningAssigner(parts);
    }

    @AfterEach
    void stop() {
        assigner.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lms.user-events", "lms.portal-events"})
    void aTopicThatWasDeletedAndMadeAnewSinceItWasRead(String topic, CapturedOutput output) {
        assigner.start().stop();
        makeAnew(topic);

        refuses(
                "topic " + topic
                        + " was deleted and made anew since it was read \\(its id is [\\w-]+, it was [\\w-]+\\):"
                        + " bring the old one back, or begin anew",
                output);
    }

    @Test
    void aTopicThatIsTheOneThatWasReadIsReadOn() {
        assigner.start().stop();
        assertThat(assigner.store()
                        .sql("select topic from published.topics_read order by topic")
                        .query(String.class)
                        .list())
                .containsExactly(Topics.PORTAL_EVENTS.name(), Topics.USER_EVENTS.name());

        assigner.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lms.user-events", "portal.assignments"})
    void aTopicWithMorePartitions(String topic, CapturedOutput output) {
        try (Admin admin = parts.broker().admin()) {
            Answers.of(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(13)))
                    .all());
        }

        refuses("topic " + topic + " has 13 partitions, not 12: make it anew", output);
    }

    @Test
    void aTopicThatIsMissing(CapturedOutput output) {
        delete("portal.status");

        refuses("topic portal.status is missing: make it as docs/contract.md says", output);
    }

    @Test
    void aRegistryThatIsEmpty(CapturedOutput output) throws Exception {
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
                    "the schema registry lacks 22 of 22 subjects, such as io.corporateportals.lms.UserRegistered:"
                            + " register the schemas",
                    output,
                    "assigner.registry-url=http://localhost:"
                            + empty.getAddress().getPort());
        } finally {
            empty.stop(0);
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerIsWaitedFor() {
        parts.network().registry().refuse();
        try (Lms lms = new Lms(parts);
                Announced announced = new Announced(parts)) {
            assigner.start(
                    "assigner.registry-url=http://" + parts.network().registry().address() + "/apis/ccompat/v7");
            lms.emit(portalCreated("acme", "acme.example"), registered("anna", "anna@acme.example"));
            soon(() -> assertThat(assigner.partitions())
                    .containsPattern("lms.portal-events-0=tried again since \\S+: RegistryUnavailable"));
            parts.network().heal();
            soon(() -> assertThat(announced.about("anna")).containsExactly("+acme"));
        } finally {
            parts.network().heal();
        }
    }

    @Test
    void aClockThatShowsAnotherTimeThanPostgreSqls(CapturedOutput output) {
        assigner.clockAhead(Duration.ofMinutes(2));

        refuses(
                "this machine's clock is 1(19|20|21) s ahead of PostgreSQL's, more than 60 s: set the clocks right",
                output);

        assigner.start("assigner.clock-difference=3m");
    }

    @Test
    void aPolicyFileThatIsWrong(CapturedOutput output) {
        refuses(
                "policy file: policy.countries-without-safeguard holds something that is no ISO 3166-1 alpha-2 code",
                output,
                "policy.countries-without-safeguard=Germany");
    }

    private void refuses(String because, CapturedOutput output, String... settings) {
        assertThatThrownBy(() -> assigner.start(settings)).hasRootCauseInstanceOf(StartRefused.class);
        List<String> errors =
                output.getAll().lines().filter(line -> line.contains(" ERROR ")).toList();
        assertThat(errors).singleElement().asString().containsPattern("not started: " + because);
        assertThat(output.getAll()).doesNotContainPattern(STACK_TRACE);
    }

    private void makeAnew(String topic) {
        delete(topic);
        new ContractTopics(parts.broker()).create();
    }

    private void delete(String topic) {
        try (Admin admin = parts.broker().admin()) {
            Answers.of(admin.deleteTopics(List.of(topic)).all());
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }
}

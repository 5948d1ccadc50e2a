package io.corporateportals.testbed.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.machine.SmallDisk;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.Stack;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.LogReader;
import io.corporateportals.testbed.watch.Processing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.IsolationLevel;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No space left: everything stops and says so, goes on when there is some again, and nothing is lost or told twice. */
@Timeout(300)
class DiskFullIT {
    private static final int MEBIBYTES = 160;
    private static final int SOME = 60;
    private static final String NO_SPACE = "No space left on device";
    private static final String POLICY_VERSION = "1";

    private static Stack stack;
    private static Parts parts;
    private static Processing processing;
    private static Talkative lms;

    @BeforeAll
    static void start() {
        SmallDisk.obstacle().ifPresent(why -> assumeTrue(false, () -> said(why)));
        AvroLimits.set();
        stack = Stack.start(PartsSettings.onSmallDisks(MEBIBYTES), line -> {});
        parts = stack.parts();
        processing = new Processing(parts.bootstrapServers(), parts.portals().jdbcUrl(Database.OWNER));
        lms = new Talkative(parts);
    }

    @AfterAll
    static void stop() {
        if (stack == null) return;
        lms.close();
        processing.close();
        stack.close();
    }

    @Test
    void postgreSqlWithoutSpaceDecidesNothingUntilThereIsSome() throws Exception {
        Child postgres = parts.postgres().child();
        awaitProcessed();

        parts.postgres().disk().fill();
        // what still fits into pages that are there is decided
        soon(() -> {
            lms.tells(SOME).join();
            assertThat(health(Service.ASSIGNER)).contains("tried again since");
        });
        soon(() -> assertThat(health(Service.EXPORTER)).containsPattern("\"waitingForAssigner\":\\[\"\\d+ since"));
        assertThat(Files.readString(parts.data().log("portal-assigner"))).contains("is tried again and again: ");
        assertThat(Files.readString(postgres.log())).contains(NO_SPACE);
        assertThat(behind()).isPositive();

        // a full log brings it down altogether
        writeLogUntilItEnds(postgres);
        parts.postgres().disk().free();
        parts.postgres().restart();
        awaitAllIsRight();
    }

    @Test
    void aBrokerWithoutSpaceEndsAndNothingIsPublishedUntilItIsBack() throws Exception {
        Child broker = parts.broker().child();
        awaitProcessed();

        parts.broker().disk().fill();
        CompletableFuture<Void> told = lms.tells(5 * SOME);
        assertThat(broker.ended().get(1, TimeUnit.MINUTES)).isEqualTo(1);
        assertThat(Files.readString(broker.log())).contains(NO_SPACE);
        for (String service : new String[] {"portal-assigner", "sharing-exporter"})
            soon(() -> assertThat(Files.readString(parts.data().log(service))).contains("Node may not be available"));

        parts.broker().disk().free();
        parts.broker().restart();
        told.join();
        awaitAllIsRight();
    }

    // as hours of writing would
    private static void writeLogUntilItEnds(Child postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(parts.portals().jdbcUrl(Database.OWNER));
                Statement statement = connection.createStatement()) {
            while (postgres.alive()) {
                statement.execute("select pg_logical_emit_message(false, 'full', 'x')");
                statement.execute("select pg_switch_wal()");
            }
        } catch (SQLException ended) {
            assertThat(ended.getMessage()).contains(NO_SPACE);
        }
        assertThat(postgres.ended().orTimeout(1, TimeUnit.MINUTES).join()).isNotZero();
    }

    private static void awaitAllIsRight() {
        lms.tells(SOME).join();
        awaitProcessed();
        LogReader reader = new LogReader(parts.bootstrapServers(), new WireFormat(parts.registryUrl()));
        try (Announced announced = new Announced(reader)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                announced.read();
                return announced.hasAll(processing.standings());
            });
            Oracle oracle = new Oracle(
                    reader.read(Topics.USER_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                    reader.read(Topics.PORTAL_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                    announced.assignments(),
                    POLICY_VERSION);
            assertThat(oracle.departures()).isNotEmpty();
            assertThat(oracle.misplaced()).isEmpty();
            assertThat(oracle.compare(reader.feeds())).isEmpty();
        }
    }

    private static void awaitProcessed() {
        soon(() -> assertThat(processing.portalsBehind()).isZero());
        soon(() -> assertThat(behind()).isZero());
    }

    private static long behind() {
        return Processing.behind(processing.standings(), processing.ends());
    }

    private static String health(Service service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.process(service).url() + "/actuator/health"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().untilAsserted(assertion);
    }

    private static String said(String why) {
        String sentence = "What happens on a full disk was not tested: " + why + ".";
        System.out.println(sentence);
        return sentence;
    }
}

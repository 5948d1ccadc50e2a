package io.corporateportals.testbed.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Topics;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.LmsEvent;
import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Logged;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.database.ColdCopy;
import io.corporateportals.testbed.stack.OperatorsCommand;
import io.corporateportals.testbed.stack.Stack;
import io.corporateportals.testbed.watch.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL is restored from an older copy while everything runs, and an operator recovers. */
@Timeout(300)
class RecoverIT {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration SOON = Duration.ofMinutes(2);

    private static Stack stack;
    private static Parts parts;
    private static Emitter lms;
    private static LogReader reader;

    @BeforeAll
    static void start() {
        AvroLimits.set();
        stack = Stack.start(PartsSettings.anywhere(), line -> {});
        parts = stack.parts();
        lms = new Emitter(parts.bootstrapServers(), parts.registryUrl());
        reader = new LogReader(parts.bootstrapServers(), new WireFormat(parts.registryUrl()));
    }

    @AfterAll
    static void stop() {
        lms.close();
        stack.close();
    }

    @Test
    void whatARestoredDatabaseHasLostIsRebuiltWhenAnOperatorAllowsIt() throws Exception {
        tell("acme", portal());
        // its feed is there: it is decided
        awaitLive();
        joins("ann");
        joins("dora");
        awaitLive("SharedActivity", "SharedActivity", "SharedLearner", "SharedLearner");
        ColdCopy copy = ColdCopy.of(parts.postgres(), parts.data());

        tell("dora", new EmailChanged(id(), "dora", MORNING, "dora@home.example", true, null));
        joins("carl");
        awaitLive("SharedActivity", "SharedActivity", "SharedLearner", "SharedLearner", "SharingEnded");
        int told = reader.feeds().get(0).committed().size();
        copy.restore();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recover("--dry-run").output())
                        .anyMatch(line -> line.endsWith("of 1 assignments on the feeds PostgreSQL does not know 1:"
                                + " they will be taken back")));
        assertThat(reader.feeds().get(0).committed()).hasSize(told);
        OperatorsCommand done = recover();
        assertThat(done.errors()).isEmpty();
        assertThat(done.status()).isZero();
        assertThat(done.output()).last().asString().startsWith("recovered: ");

        awaitLive("SharedActivity", "SharedActivity", "SharedLearner", "SharedLearner", "SharingEnded", "SharingEnded");
        assertThat(entries(reader.feeds().get(0))).doesNotHaveDuplicates();
        assertThat(recover().output()).containsExactly("no partition asks for a recovery");
    }

    private static OperatorsCommand recover(String... options) throws Exception {
        return OperatorsCommand.on(
                parts,
                Stream.concat(Stream.of("bin/recover"), Stream.of(options)).toArray(String[]::new));
    }

    private static List<String> entries(Feed feed) {
        return feed.committed().stream()
                .filter(record -> record.content() != null && record.key().contains("/"))
                .map(Logged::key)
                .toList();
    }

    private static void awaitLive(String... types) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.feeds().get(0).live().values())
                        .extracting(Content::name)
                        .filteredOn(type -> !type.equals("FeedHeartbeat"))
                        .containsExactlyInAnyOrder(types));
    }

    private static void joins(String user) {
        tell(user, new UserRegistered(id(), user, MORNING, user, user + "@acme.example", true, null, null, "1", null));
        tell(user, new CourseCompleted(id(), user, MORNING, "course", "A course"));
    }

    private static PortalCreated portal() {
        return new PortalCreated(
                id(),
                "acme",
                MORNING,
                "Acme",
                "acme.university.example",
                List.of("acme.example"),
                false,
                "NL",
                MORNING,
                null,
                false);
    }

    private static void tell(String key, SpecificRecord record) {
        LmsEvent event = new LmsEvent(
                record instanceof PortalCreated ? Topics.PORTAL_EVENTS : Topics.USER_EVENTS, key, MORNING, record);
        // the registry too finds its database gone for a moment
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> lms.emit(event));
        lms.flush();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}

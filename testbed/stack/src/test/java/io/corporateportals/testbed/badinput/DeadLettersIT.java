package io.corporateportals.testbed.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.DeadLetter;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.deadletter.Replayed;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.registry.LaterRelease;
import io.corporateportals.testbed.stack.OperatorsCommand;
import io.corporateportals.testbed.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An operator's way with dead letters, on the running system. */
@Timeout(300)
class DeadLettersIT {
    private static final String LOG = Topics.USER_EVENTS.name();
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration SOON = Duration.ofMinutes(2);

    private static Stack stack;
    private static Registered schemas;
    private static Emitter lms;
    private static Tail log;
    private static Tail setAside;
    private static Tail feed;

    @BeforeAll
    static void start() {
        stack = Stack.start(PartsSettings.anywhere(), line -> {});
        String bootstrap = stack.parts().bootstrapServers();
        schemas = new Registered(stack.parts().registryUrl());
        lms = new Emitter(bootstrap, schemas);
        lms.emit(new PortalCreated(
                id(),
                "acme",
                MORNING,
                "Acme",
                "acme.university.example",
                List.of("acme.example"),
                false,
                "DE",
                MORNING,
                null,
                false));
        log = new Tail(bootstrap, LOG);
        setAside = new Tail(
                bootstrap, Topics.USER_EVENTS.deadLetters("portal-assigner").name());
        registers("zoe");
        feed = await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> new Tail(bootstrap, Topics.employerFeed("acme").name()), Objects::nonNull);
    }

    @AfterAll
    static void stop() {
        for (Tail each : List.of(log, setAside, feed)) each.close();
        lms.close();
        stack.close();
    }

    @Test
    void listsWhereWhyAndWhatButNothingOfAnybody() throws Exception {
        LogPosition blank = lms.emit(new EmailChanged(id(), "lena.secret", MORNING, " ", true, null));
        EmailChanged strangers = changed("lena.secret", "lena.secret@acme.example");
        LogPosition early = lms.emit(strangers);
        soon(() -> assertThat(reasons()).containsKeys(blank, early));

        OperatorsCommand list = OperatorsCommand.on(stack.parts(), "bin/dead-letters", "list");

        assertThat(list.status()).isZero();
        assertThat(list.output())
                .anyMatch(line -> line.matches(blank + " +FIELD_BLANK +email +- +- .*Z"))
                .anyMatch(line -> line.matches(
                        early + " +UNKNOWN_LEARNER +userId +EmailChanged +" + strangers.getEventId() + " .*"))
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void replaysWhatReadsOnceTheRegistryKnowsItAndOvertakesNothing() throws Exception {
        registers("anna");
        registers("bert");
        registers("carl");
        int id = schemas.nextId();
        LogPosition anna = lms.emit(LOG, "anna", newer(id, changed("anna", "anna.two@acme.example")));
        LogPosition bert = lms.emit(LOG, "bert", newer(id, changed("bert", "bert.two@acme.example")));
        LogPosition carl = lms.emit(LOG, "carl", newer(id, changed("carl", "carl@private.example")));
        LogPosition back = lms.emit(LOG, "carl", newer(id, changed("carl", "carl.two@acme.example")));
        lms.emit(new ProfileUpdated(id(), "bert", MORNING, "Bert the Second", null, null));
        soon(() -> assertThat(reasons()).containsKeys(anna, bert, carl, back));
        soon(() -> assertThat(nameOf("bert")).isEqualTo("Bert the Second"));
        assertThat(replay("--reason", "SCHEMA_UNKNOWN", "--dry-run"))
                .last()
                .asString()
                .endsWith("unreadable: 4");

        Schema newer = LaterRelease.of(EmailChanged.getClassSchema(), "changedBy");
        assertThat(schemas.register(newer.getFullName(), newer)).isEqualTo(id);
        assertThat(replay("--at", bert.toString(), "--dry-run"))
                .anyMatch(line -> line.startsWith(bert + " EmailChanged: a later record of the same key was applied"));
        assertThat(replay("--reason", "SCHEMA_UNKNOWN")).last().isEqualTo("replayed: 3, later applied: 1");

        soon(() -> assertThat(addressOf("anna")).isEqualTo("anna.two@acme.example"));
        soon(() -> assertThat(addressOf("carl")).isEqualTo("carl.two@acme.example"));
        assertThat(addressOf("bert")).isEqualTo("bert@acme.example");
        assertThatItCameAgainAsItWas(anna);

        int before = log.records().size();
        assertThat(replay("--reason", "SCHEMA_UNKNOWN"))
                .last()
                .isEqualTo("replayed: 0, applied already: 2, later applied: 2");
        assertThat(log.records()).hasSize(before);
    }

    @Test
    void replaysActivityAsOftenAsSomebodyLikesAndItIsSharedOnce() throws Exception {
        registers("dora");
        soon(() -> assertThat(addressOf("dora")).isEqualTo("dora@acme.example"));
        int home = Topics.USER_EVENTS.partitionOf("dora".getBytes(StandardCharsets.UTF_8));
        UserLoggedIn login = new UserLoggedIn(id(), "dora", MORNING.plusSeconds(60));
        LogPosition lost = Emitter.arrived(
                lms.send(LOG, (home + 1) % 12, "dora".getBytes(StandardCharsets.UTF_8), schemas.value(login)));
        soon(() -> assertThat(reasons()).containsEntry(lost, "WRONG_PARTITION"));

        assertThat(replay("--at", lost.toString())).last().isEqualTo("replayed: 1");
        assertThat(replay("--at", lost.toString())).last().isEqualTo("replayed: 1");
        UserLoggedIn next = new UserLoggedIn(id(), "dora", MORNING.plusSeconds(120));
        lms.emit(next);

        soon(() -> assertThat(entries(next.getEventId())).isOne());
        assertThat(entries(login.getEventId())).isOne();
    }

    @Test
    void saysInOneLineWhatToDo() throws Exception {
        OperatorsCommand nowhere = OperatorsCommand.on(
                stack.parts(),
                "bin/dead-letters",
                "replay",
                "--at",
                LOG + "-0@999999",
                "--registry",
                "http://localhost:1");
        OperatorsCommand noDatabase = OperatorsCommand.on(
                stack.parts(),
                "bin/dead-letters",
                "replay",
                "--all",
                "--jdbc",
                "jdbc:postgresql://localhost:1/portals");

        assertThat(nowhere.status()).isOne();
        assertThat(nowhere.errors()).hasSize(1);
        assertThat(noDatabase.status()).isOne();
        assertThat(noDatabase.errors()).hasSize(1).first().asString().contains("--jdbc");
    }

    private static void registers(String user) {
        lms.emit(new UserRegistered(
                id(), user, MORNING, "Name of " + user, user + "@acme.example", true, null, null, null, null));
    }

    private static EmailChanged changed(String user, String email) {
        return new EmailChanged(id(), user, MORNING, email, true, null);
    }

    /** As an LMS writes it that knows one field more, and leaves it null. */
    private static byte[] newer(int id, EmailChanged record) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(Registered.body(record));
        body.write(0);
        return Registered.framed(id, body.toByteArray());
    }

    private static List<String> replay(String... arguments) throws Exception {
        String[] words = new String[arguments.length + 2];
        words[0] = "bin/dead-letters";
        words[1] = "replay";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        OperatorsCommand replay = OperatorsCommand.on(stack.parts(), words);
        assertThat(replay.status()).as(replay.toString()).isZero();
        return replay.output();
    }

    private static void assertThatItCameAgainAsItWas(LogPosition first) {
        var original = log.records().stream()
                .filter(record -> record.partition() == first.partition() && record.offset() == first.offset())
                .findFirst()
                .orElseThrow();
        assertThat(log.records().stream().filter(record -> first.equals(Replayed.from(record))))
                .singleElement()
                .satisfies(again -> {
                    assertThat(again.key()).isEqualTo(original.key());
                    assertThat(again.value()).isEqualTo(original.value());
                });
    }

    private static Map<LogPosition, String> reasons() {
        Map<LogPosition, String> reasons = new LinkedHashMap<>();
        for (ConsumerRecord<?, ?> letter : setAside.records()) {
            DeadLetter why = Objects.requireNonNull(DeadLetter.read(letter));
            reasons.put(why.first(), why.reason());
        }
        return reasons;
    }

    private static @Nullable String addressOf(String user) {
        return last(user, "email");
    }

    private static @Nullable String nameOf(String user) {
        return last(user, "name");
    }

    /** What the feed says last about a learner, who is found by the address. */
    private static @Nullable String last(String user, String field) {
        WireFormat format = new WireFormat(stack.parts().registryUrl());
        String last = null;
        for (ConsumerRecord<?, byte @Nullable []> record : feed.records()) {
            Content content = format.read(record.value());
            if (content != null
                    && content.name().equals("SharedLearner")
                    && content.text("email").startsWith(user)) last = content.text(field);
        }
        return last;
    }

    private static long entries(String eventId) {
        return feed.records().stream()
                .filter(record -> new String(Objects.requireNonNull(record.key()), StandardCharsets.UTF_8)
                        .endsWith("/" + eventId))
                .count();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).ignoreExceptions().untilAsserted(assertion);
    }
}

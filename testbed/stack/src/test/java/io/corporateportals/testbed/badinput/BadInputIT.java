package io.corporateportals.testbed.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.DeadLetter;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailVerified;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand wrong records among right ones, through the whole system: nothing of them gets out, and nothing is lost. */
@Timeout(600)
class BadInputIT {
    private static final long SEED = Long.getLong("badinput.seed", 20_261_122);
    private static final int WRONG = 10_000;
    private static final String LOG = Topics.USER_EVENTS.name();
    private static final String RIGHT = "Xright";
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final long FLAT = 4L << 20;

    /** Text that is right, however strange: it reaches the partner as it is. */
    private static final List<String> STRANGE = List.of(
            "=cmd|' /C calc'!A0",
            "+1",
            "@SUM(A1)",
            "\u202egnp.exe",
            "bell\u0007\u001b[31m",
            "\u200f\u200b\ufeff",
            "\ud83d\ude80",
            "\ufffd",
            "line\r\nbreak");

    private final Random random = new Random(SEED);
    private final Map<LogPosition, Wrong> sent = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    @Test
    void nothingOfTenThousandWrongRecordsGetsOutAndNothingIsLost() throws Exception {
        System.out.println("badinput.seed=" + SEED);
        try (Stack stack = Stack.start(PartsSettings.anywhere(), line -> {})) {
            String bootstrap = stack.parts().bootstrapServers();
            Registered schemas = new Registered(stack.parts().registryUrl());
            Services services = new Services(stack);
            try (Emitter lms = new Emitter(bootstrap, schemas);
                    Tail learners = new Tail(bootstrap, deadLetters(LOG));
                    Tail portals = new Tail(bootstrap, deadLetters(Topics.PORTAL_EVENTS.name()))) {
                List<String> open = registered(lms, "open", 40);
                List<String> closed = registered(lms, "closed", 200);
                EmailVerified applied =
                        new EmailVerified(id(), open.get(0), MORNING, "Xrightopen-0@acme.example", null);
                lms.emit(applied);
                lms.emit(new ProfileUpdated(id(), open.get(1), MORNING, RIGHT + STRANGE.get(0), null, null));
                lms.emit(acme());
                Tail feed = await().atMost(Duration.ofMinutes(1))
                        .ignoreExceptions()
                        .until(
                                () -> new Tail(
                                        bootstrap, Topics.employerFeed("acme").name()),
                                Objects::nonNull);
                WrongRecords wrong = new WrongRecords(
                        random, schemas, OddSchemas.register(schemas), closed, open, applied.getEventId());
                try (feed) {
                    Partner partner =
                            new Partner(feed, new WireFormat(stack.parts().registryUrl()));
                    soon(() -> assertThat(partner.learners()).hasSize(240));

                    sendAndAwait(lms, wrong, open, partner);
                    assertThatEachIsSetAsideOnce(learners, portals);
                    long assigner = services.reachable(Service.ASSIGNER);
                    long exporter = services.reachable(Service.EXPORTER);
                    sendAndAwait(lms, wrong, open, partner);
                    assertThatEachIsSetAsideOnce(learners, portals);
                    assertThat(services.reachable(Service.ASSIGNER)).isLessThan(assigner + FLAT);
                    assertThat(services.reachable(Service.EXPORTER)).isLessThan(exporter + FLAT);

                    Map<String, Long> ofLearners = outcomes(LOG, 242, titles.size());
                    soon(() -> assertThat(services.outcomes("assigner_records")).isEqualTo(ofLearners));
                    Map<String, Long> ofPortals = outcomes(Topics.PORTAL_EVENTS.name(), 1, 0);
                    soon(() -> assertThat(services.outcomes("assigner_portal_records"))
                            .isEqualTo(ofPortals));
                    assertThat(partner.titles()).containsExactlyInAnyOrderElementsOf(titles.values());
                    assertThat(partner.learners()).contains(RIGHT + STRANGE.get(0));
                    assertThat(partner.ended()).doesNotContainAnyElementsOf(partner.refs(open));
                    assertThat(partner.everything()).doesNotContain(WrongRecords.CANARY);
                    assertThat(services.health(Service.ASSIGNER)).contains("UP").doesNotContain("DOWN");

                    standsStillAtANullKeyAlone(lms, open, partner, services);
                }
                assertThat(services.logs()).hasSizeGreaterThanOrEqualTo(5);
                for (Path log : services.logs())
                    assertThat(log)
                            .isNotEmptyFile()
                            .content(StandardCharsets.ISO_8859_1)
                            .doesNotContain(WrongRecords.CANARY, RIGHT);
            }
        }
    }

    private List<String> registered(Emitter lms, String prefix, int count) {
        List<String> users =
                IntStream.range(0, count).mapToObj(n -> prefix + "-" + n).toList();
        for (String user : users)
            lms.emit(new UserRegistered(
                    id(), user, MORNING, RIGHT + user, RIGHT + user + "@acme.example", true, RIGHT, null, null, null));
        return users;
    }

    /** Half of the wrong ones, with a right one after every twentieth. */
    private void sendAndAwait(Emitter lms, WrongRecords wrong, List<String> open, Partner partner) throws Exception {
        Map<Future<RecordMetadata>, Wrong> futures = new HashMap<>();
        for (int n = 0; n < WRONG / 2; n++) {
            Wrong next = wrong.next();
            futures.put(lms.send(next.topic(), next.partition(), next.key(), next.value()), next);
            if (n % 20 == 0) completesACourse(lms, open);
        }
        for (var each : futures.entrySet()) sent.put(Emitter.arrived(each.getKey()), each.getValue());
        soon(() -> assertThat(partner.titles()).hasSameSizeAs(titles.values()));
    }

    private void completesACourse(Emitter lms, List<String> open) {
        int number = titles.size();
        String title = RIGHT + number + STRANGE.get(number % STRANGE.size());
        String id = id();
        titles.put(id, title);
        // far away in time, and yet within the contract
        Instant at = number % 7 == 0 ? Instant.parse("9998-01-01T00:00:00Z") : MORNING.plusSeconds(number);
        lms.emit(new CourseCompleted(id, open.get(random.nextInt(open.size())), at, "c-1", title));
    }

    private void assertThatEachIsSetAsideOnce(Tail... tails) {
        Map<LogPosition, String> expected = new TreeMap<>();
        sent.forEach((position, wrong) -> {
            if (wrong.reason() != null) expected.put(position, wrong.reason());
        });
        soon(() -> {
            List<DeadLetter> letters = new ArrayList<>();
            for (Tail tail : tails)
                for (ConsumerRecord<?, ?> letter : tail.records())
                    letters.add(Objects.requireNonNull(DeadLetter.read(letter)));
            Map<LogPosition, String> found = new TreeMap<>();
            letters.forEach(letter -> found.put(letter.first(), letter.reason()));
            assertThat(found).isEqualTo(expected);
            assertThat(letters).hasSameSizeAs(expected.keySet());
        });
    }

    /** What all records of a topic must have come to, so many right ones among them. */
    private Map<String, Long> outcomes(String topic, long applied, long activity) {
        Map<String, Long> outcomes = new TreeMap<>(Map.of("applied", applied));
        if (activity > 0) outcomes.put("activity", activity);
        for (Wrong wrong : sent.values())
            if (wrong.topic().equals(topic)) outcomes.merge(wrong.outcome().toLowerCase(Locale.ROOT), 1L, Long::sum);
        return outcomes;
    }

    private void standsStillAtANullKeyAlone(Emitter lms, List<String> open, Partner partner, Services services)
            throws Exception {
        int stopped = Topics.USER_EVENTS.partitionOf(open.get(0).getBytes(StandardCharsets.UTF_8));
        Emitter.arrived(lms.send(LOG, stopped, null, null));
        soon(() -> assertThat(services.health(Service.ASSIGNER)).contains(LOG + "-" + stopped, "KEY_MISSING"));

        String behind = id();
        lms.emit(new CourseCompleted(behind, open.get(0), MORNING.plusSeconds(9), "c-1", RIGHT));
        String elsewhere = open.stream()
                .filter(user -> Topics.USER_EVENTS.partitionOf(user.getBytes(StandardCharsets.UTF_8)) != stopped)
                .findFirst()
                .orElseThrow();
        lms.emit(new CourseCompleted(id(), elsewhere, MORNING.plusSeconds(9), "c-1", RIGHT + " elsewhere"));
        soon(() -> assertThat(partner.titles()).contains(RIGHT + " elsewhere"));
        assertThat(partner.everything()).doesNotContain(behind);
    }

    private static PortalCreated acme() {
        return new PortalCreated(
                WrongRecords.CREATED_ACME,
                "acme",
                MORNING,
                RIGHT,
                "acme.university.example",
                List.of("acme.example"),
                false,
                "DE",
                MORNING,
                null,
                false);
    }

    private static String deadLetters(String topic) {
        return topic + ".portal-assigner.dlt";
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().untilAsserted(assertion);
    }

    /** What a feed has told, to a reader who sees everything. */
    private record Partner(Tail feed, WireFormat format) {
        List<String> titles() {
            return texts("SharedActivity", "courseTitle");
        }

        List<String> learners() {
            return texts("SharedLearner", "name").stream().distinct().toList();
        }

        List<String> ended() {
            return texts("SharingEnded", "learnerRef");
        }

        /** The learnerRefs of learners. */
        List<String> refs(List<String> users) {
            List<String> refs = new ArrayList<>();
            for (Content content : contents("SharedLearner"))
                if (users.stream().anyMatch(user -> content.text("email").equals(RIGHT + user + "@acme.example")))
                    refs.add(content.text("learnerRef"));
            return refs;
        }

        String everything() {
            StringBuilder all = new StringBuilder();
            for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : feed.records())
                for (byte[] bytes : new byte @Nullable [][] {record.key(), record.value()})
                    if (bytes != null)
                        all.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
            return all.toString();
        }

        private List<String> texts(String type, String field) {
            return contents(type).stream().map(content -> content.text(field)).toList();
        }

        private List<Content> contents(String type) {
            List<Content> contents = new ArrayList<>();
            for (ConsumerRecord<?, byte @Nullable []> record : feed.records()) {
                Content content = format.read(record.value());
                if (content != null && content.name().equals(type)) contents.add(content);
            }
            return contents;
        }
    }
}

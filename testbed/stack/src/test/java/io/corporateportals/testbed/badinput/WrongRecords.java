package io.corporateportals.testbed.badinput;

import io.corporateportals.contract.Topics;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records that are wrong in every way we know, each with a text that is found nowhere else. */
final class WrongRecords {
    /** What every text of a wrong record holds. */
    static final String CANARY = "Xwrong";

    /** The event that created the portal acme. */
    static final String CREATED_ACME = "00000000-0000-4000-8000-00000000ac3e";

    /** Above the score of any record that is right. */
    static final double SCORES_FROM = 1_000_000;

    /** As Avro writes a count, or a length. */
    private static final byte[] TWO_BILLION = {-2, -1, -1, -1, 15};

    private static final int MANY_DOMAINS = 10_001;
    private static final String LEARNERS = Topics.USER_EVENTS.name();
    private static final String PORTALS = Topics.PORTAL_EVENTS.name();
    private static final int[] UNKNOWN_IDS = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 77_777, 1 << 24};

    private final Random random;
    private final Registered schemas;
    private final OddSchemas odd;
    private final List<String> closed;
    private final List<String> open;
    private final String appliedEvent;
    private final List<Supplier<Wrong>> kinds;
    private int number;

    /**
     * Takes whose records they pretend to be.
     *
     * @param closed learners whose assignments may end
     * @param open learners of whom only activity and repetitions come, so that nothing of theirs may end
     * @param appliedEvent an event that was applied to the first of these
     */
    WrongRecords(
            Random random,
            Registered schemas,
            OddSchemas odd,
            List<String> closed,
            List<String> open,
            String appliedEvent) {
        this.random = random;
        this.schemas = schemas;
        this.odd = odd;
        this.closed = closed;
        this.open = open;
        this.appliedEvent = appliedEvent;
        this.kinds = List.of(
                () -> identity(user -> null, "VALUE_MISSING"),
                () -> identity(user -> new byte[random.nextInt(5)], "NOT_FRAMED"),
                () -> identity(this::noise, "NOT_FRAMED"),
                () -> identity(user -> Registered.framed(unknownId(), Registered.body(moves(user))), "SCHEMA_UNKNOWN"),
                () -> identity(user -> cut(schemas.value(moves(user))), "UNDECODABLE"),
                () -> identity(user -> longer(schemas.value(isCalled(user, text()))), "UNDECODABLE"),
                () -> identity(this::activityUnderTheIdOfAnIdentity, "UNDECODABLE"),
                () -> identity(this::claimsTwoGigabytes, "UNDECODABLE"),
                () -> identity(this::noSuchUnionBranch, "UNDECODABLE"),
                () -> identity(user -> nested(user, 1 + random.nextInt(5_000)), "UNDECODABLE"),
                () -> identity(user -> schemas.value(isCalled(user, text() + "y".repeat(66_000))), "UNDECODABLE"),
                () -> identity(user -> Registered.framed(odd.text(), Registered.body(moves(user))), "SCHEMA_UNUSABLE"),
                () -> identity(user -> Registered.framed(odd.stranger(), Registered.body(moves(user))), "UNDECODABLE"),
                () -> identity(user -> notUtf8(schemas.value(isCalled(user, text() + "~"))), "UNDECODABLE"),
                () -> identity(user -> schemas.value(isCalled(user, text() + "\0")), "FIELD_HAS_NUL"),
                () -> identity(user -> schemas.value(moves(user, id(), " \t", noon())), "FIELD_BLANK"),
                () -> identity(user -> schemas.value(moves(user, "1-1-1-1-1", address(), noon())), "NOT_A_UUID"),
                () -> identity(user -> schemas.value(moves(user, id(), address(), farAway())), "TIME_OUT_OF_RANGE"),
                () -> identity(user -> schemas.value(moves(user + "-not")), "KEY_OF_ANOTHER"),
                () -> identity(user -> schemas.value(moves(user)), "WRONG_PARTITION")
                        .in(0),
                this::keyTooLong,
                this::stranger,
                () -> activity(user -> cut(schemas.value(completes(user, id(), noon()))), "UNDECODABLE"),
                () -> activity(user -> notUtf8(schemas.value(completes(user, id(), noon()))), "UNDECODABLE"),
                () -> activity(user -> longer(schemas.value(passes(user, id()))), "UNDECODABLE"),
                () -> activity(user -> schemas.value(passes(user, text())), "NOT_A_UUID"),
                () -> activity(user -> schemas.value(completes(user, id(), farAway())), "TIME_OUT_OF_RANGE"),
                () -> Wrong.ignored(LEARNERS, text(), schemas.value(completes(text(), id(), noon())), "activity"),
                () -> Wrong.ignored(LEARNERS, user(), Registered.framed(odd.unknown(), noise(user())), "unknown_type"),
                () -> Wrong.ignored(LEARNERS, user(), schemas.value(portal("acme")), "unknown_type"),
                this::repeated,
                () -> Wrong.setAside(PORTALS, "acme", null, "VALUE_MISSING"),
                () -> Wrong.setAside(PORTALS, "acme", noise("acme"), "NOT_FRAMED"),
                () -> Wrong.setAside(
                        PORTALS,
                        "acme",
                        Registered.framed(unknownId(), Registered.body(portal("acme"))),
                        "SCHEMA_UNKNOWN"),
                () -> Wrong.ignored(PORTALS, "acme", schemas.value(completes("acme", id(), noon())), "unknown_type"),
                () -> Wrong.ignored(PORTALS, "acme", schemas.value(portal("acme", CREATED_ACME, 1)), "repeated"),
                () -> Wrong.setAside(PORTALS, "acme", cut(schemas.value(portal("acme"))), "UNDECODABLE"),
                () -> Wrong.setAside(
                        PORTALS, "acme", claimsTwoBillionDomains(schemas.value(portal("acme"))), "UNDECODABLE"),
                () -> Wrong.setAside(PORTALS, "acme", schemas.value(portal("acme", id(), MANY_DOMAINS)), "UNDECODABLE"),
                () -> Wrong.setAside(PORTALS, "other", schemas.value(portal("acme")), "KEY_OF_ANOTHER"),
                () -> Wrong.setAside(PORTALS, "A " + text(), schemas.value(portal("A b")), "NOT_A_PORTAL_ID"));
    }

    /** The next one; the kinds come in turn. */
    Wrong next() {
        Wrong wrong = kinds.get(number++ % kinds.size()).get();
        if (wrong.partition() == null) return wrong;
        return wrong.in((Topics.USER_EVENTS.partitionOf(wrong.key()) + 1 + random.nextInt(11)) % 12);
    }

    private interface Value {
        byte @Nullable [] of(String user);
    }

    private Wrong identity(Value value, String reason) {
        String user = closed.get(random.nextInt(closed.size()));
        return Wrong.setAside(LEARNERS, user, value.of(user), reason);
    }

    private Wrong activity(Value value, String reason) {
        String user = user();
        return Wrong.setAside(LEARNERS, user, value.of(user), reason);
    }

    private Wrong keyTooLong() {
        String user = "u".repeat(256 + random.nextInt(50));
        return switch (random.nextInt(3)) {
            case 0 -> Wrong.setAside(LEARNERS, user, null, "VALUE_MISSING");
            case 1 -> Wrong.setAside(LEARNERS, user, noise(user), "NOT_FRAMED");
            default -> Wrong.setAside(LEARNERS, user, schemas.value(moves(user)), "KEY_TOO_LONG");
        };
    }

    private Wrong stranger() {
        String user = "stranger-" + number;
        return Wrong.setAside(LEARNERS, user, schemas.value(isCalled(user, text())), "UNKNOWN_LEARNER");
    }

    private Wrong repeated() {
        String user = open.get(0);
        return Wrong.ignored(LEARNERS, user, schemas.value(moves(user, appliedEvent, address(), noon())), "repeated");
    }

    private byte[] activityUnderTheIdOfAnIdentity(String user) {
        return Registered.framed(
                schemas.id(EmailChanged.getClassSchema()), Registered.body(completes(user, id(), noon())));
    }

    private byte[] claimsTwoGigabytes(String user) {
        return append(cutTo(schemas.value(isCalled(user, text())), 5), TWO_BILLION);
    }

    private byte[] noSuchUnionBranch(String user) {
        byte[] value = schemas.value(moves(user));
        value[value.length - 1] = (byte) (4 + random.nextInt(60));
        return value;
    }

    private byte[] nested(String user, int depth) {
        byte[] deep = new byte[depth];
        Arrays.fill(deep, (byte) 2);
        // a login is nothing but what every record begins with
        return Registered.framed(odd.deep(), append(Registered.body(new UserLoggedIn(id(), user, noon())), deep));
    }

    private byte[] noise(String user) {
        byte[] bytes = new byte[1 + random.nextInt(200)];
        random.nextBytes(bytes);
        bytes[0] = (byte) (1 + random.nextInt(255));
        return append(bytes, (user + text()).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] cut(byte[] value) {
        return cutTo(value, 5 + random.nextInt(value.length - 5));
    }

    private byte[] longer(byte[] value) {
        return append(value, new byte[1 + random.nextInt(9)]);
    }

    /** Breaks the value's last text; behind it stand absent fields at most. */
    private static byte[] notUtf8(byte[] value) {
        int last = value.length - 1;
        while (value[last] < ' ') last--;
        value[last] = (byte) 0xff;
        return value;
    }

    private EmailChanged moves(String user) {
        return moves(user, id(), address(), noon());
    }

    private EmailChanged moves(String user, String eventId, String email, Instant at) {
        return new EmailChanged(eventId, user, at, email, true, null);
    }

    private ProfileUpdated isCalled(String user, String name) {
        return new ProfileUpdated(id(), user, noon(), name, null, null);
    }

    private CourseCompleted completes(String user, String eventId, Instant at) {
        return new CourseCompleted(eventId, user, at, text(), text());
    }

    private TestCompleted passes(String user, String eventId) {
        return new TestCompleted(
                eventId, user, noon(), text(), text(), null, SCORES_FROM + number, null, true, null, null);
    }

    private PortalCreated portal(String portal) {
        return portal(portal, id(), 1);
    }

    private PortalCreated portal(String portal, String eventId, int domains) {
        List<String> texts = Collections.nCopies(domains, text());
        return new PortalCreated(eventId, portal, noon(), text(), "x.example", texts, false, "DE", noon(), null, false);
    }

    /** Before the one domain stand how many there are, and how long it is. */
    private byte[] claimsTwoBillionDomains(byte[] value) {
        int domain = new String(value, StandardCharsets.ISO_8859_1).lastIndexOf(CANARY);
        return append(cutTo(value, domain - 2), TWO_BILLION);
    }

    private String user() {
        return open.get(random.nextInt(open.size()));
    }

    private String text() {
        return CANARY + number + "X";
    }

    private String address() {
        return text() + "@acme.example";
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static Instant noon() {
        return Instant.parse("2026-03-03T12:00:00Z");
    }

    private Instant farAway() {
        long[] millis = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 253_402_300_800_000L};
        return Instant.ofEpochMilli(millis[random.nextInt(millis.length)]);
    }

    private int unknownId() {
        int at = random.nextInt(UNKNOWN_IDS.length + 40);
        return at < UNKNOWN_IDS.length ? UNKNOWN_IDS[at] : 500_000 + at;
    }

    private static byte[] cutTo(byte[] value, int length) {
        return Arrays.copyOf(value, length);
    }

    private static byte[] append(byte[] value, byte[] more) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(value);
        both.writeBytes(more);
        return both.toByteArray();
    }
}

package io.corporateportals.contract.reading;

import static io.corporateportals.contract.reading.Sent.LEARNER;
import static io.corporateportals.contract.reading.Sent.NOON;
import static io.corporateportals.contract.reading.Sent.PORTAL;
import static io.corporateportals.contract.reading.Sent.anyCourseCompleted;
import static io.corporateportals.contract.reading.Sent.anyEmailChanged;
import static io.corporateportals.contract.reading.Sent.anyLogin;
import static io.corporateportals.contract.reading.Sent.anyPortalCreated;
import static io.corporateportals.contract.reading.Sent.framed;
import static io.corporateportals.contract.reading.Sent.onPortalEvents;
import static io.corporateportals.contract.reading.Sent.onUserEvents;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.Reading.NoKey;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reading.UnknownType;
import io.corporateportals.contract.reading.Reading.Unreadable;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.UserLoggedIn;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RecordReaderTest {
    private static final byte[] LEARNER_KEY = LEARNER.getBytes(UTF_8);

    // email, emailVerified and no revision
    private static final int NEWER_TAIL = 1 + "ada@acme.example".length() + 1 + 1;

    private final FakeRegistry registry = new FakeRegistry();
    private final int emailChanged = registry.knows(1, EmailChanged.getClassSchema());
    private final int courseCompleted = registry.knows(2, CourseCompleted.getClassSchema());
    private final int portalCreated = registry.knows(3, PortalCreated.getClassSchema());
    private final int login = registry.knows(4, UserLoggedIn.getClassSchema());
    private final RecordReader reader = new RecordReader(registry.url());

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void understandsAnIdentityRecord() {
        EmailChanged sent = anyEmailChanged().build();

        Reading reading = reader.read(onUserEvents(LEARNER, framed(emailChanged, sent)));

        assertThat(reading).isEqualTo(new Understood(LEARNER, LmsRecordKind.IDENTITY, sent));
        assertThat(((Understood) reading).eventId()).isEqualTo(UUID.fromString(Sent.EVENT_ID));
        assertThat(((Understood) reading).occurredAt()).isEqualTo(NOON);
    }

    @Test
    void understandsAnActivityRecord() {
        CourseCompleted sent = anyCourseCompleted().build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(courseCompleted, sent))))
                .isEqualTo(new Understood(LEARNER, LmsRecordKind.ACTIVITY, sent));
    }

    @Test
    void understandsAPortalRecord() {
        PortalCreated sent = anyPortalCreated().build();

        assertThat(reader.read(onPortalEvents(PORTAL, framed(portalCreated, sent))))
                .isEqualTo(new Understood(PORTAL, LmsRecordKind.PORTAL, sent));
    }

    @Test
    void understandsWhatANewerLmsWrites() {
        Schema newer = with(EmailChanged.getClassSchema(), "changedBy");
        var sent = new GenericRecordBuilder(newer)
                .set("eventId", Sent.EVENT_ID)
                .set("userId", LEARNER)
                .set("occurredAt", NOON.toEpochMilli())
                .set("email", "ada@acme.example")
                .build();

        Reading reading = reader.read(onUserEvents(LEARNER, framed(registry.knows(20, newer), sent)));

        assertThat(reading)
                .isEqualTo(new Understood(
                        LEARNER, LmsRecordKind.IDENTITY, anyEmailChanged().build()));
    }

    @Test
    void asksTheRegistryOnceForEachId() {
        var record =
                onUserEvents(LEARNER, framed(emailChanged, anyEmailChanged().build()));
        Reading whileUp = reader.read(record);
        registry.close();

        assertThat(reader.read(record)).isEqualTo(whileUp);
    }

    @Test
    void waitsForARegistryThatIsDown() {
        registry.close();

        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> reader.read(onUserEvents(
                        LEARNER, framed(emailChanged, anyEmailChanged().build()))));
    }

    @Test
    void ignoresATypeThatThisBuildDoesNotKnow() {
        Schema foreign = SchemaBuilder.record("io.corporateportals.lms.BadgePinned")
                .fields()
                .requiredString("eventId")
                .endRecord();
        var sent = new GenericRecordBuilder(foreign).set("eventId", "any").build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(registry.knows(20, foreign), sent))))
                .isEqualTo(new UnknownType(LEARNER, "io.corporateportals.lms.BadgePinned"));
    }

    @Test
    void ignoresATypeThatTheTopicDoesNotCarry() {
        assertThat(reader.read(onUserEvents(
                        PORTAL, framed(portalCreated, anyPortalCreated().build()))))
                .isEqualTo(new UnknownType(PORTAL, "io.corporateportals.lms.PortalCreated"));
    }

    @Test
    void stopsAtARecordWithoutAKey() {
        byte[] value = framed(emailChanged, anyEmailChanged().build());

        assertThat(reader.read(Sent.on(Topics.USER_EVENTS, null, value))).isEqualTo(new NoKey(Reason.KEY_MISSING));
        assertThat(reader.read(onUserEvents("", value))).isEqualTo(new NoKey(Reason.KEY_MISSING));
        assertThat(reader.read(onUserEvents("a\0b", value))).isEqualTo(new NoKey(Reason.KEY_NOT_TEXT));
        assertThat(reader.read(Sent.on(Topics.USER_EVENTS, new byte[] {(byte) 0xff}, value)))
                .isEqualTo(new NoKey(Reason.KEY_NOT_TEXT));
    }

    @Test
    void cannotReadANullValue() {
        assertThat(reader.read(onUserEvents(LEARNER, null))).isEqualTo(maybeIdentity(Reason.VALUE_MISSING));
    }

    @Test
    void cannotReadAnotherWireFormat() {
        byte[] otherMagic = framed(emailChanged, anyEmailChanged().build());
        otherMagic[0] = 1;

        assertThat(reader.read(onUserEvents(LEARNER, otherMagic))).isEqualTo(maybeIdentity(Reason.NOT_FRAMED));
        assertThat(reader.read(onUserEvents(LEARNER, new byte[0]))).isEqualTo(maybeIdentity(Reason.NOT_FRAMED));
        assertThat(reader.read(onUserEvents(LEARNER, new byte[4]))).isEqualTo(maybeIdentity(Reason.NOT_FRAMED));
    }

    @Test
    void cannotReadAnIdThatTheRegistryDoesNotKnow() {
        assertThat(reader.read(
                        onUserEvents(LEARNER, framed(999, anyEmailChanged().build()))))
                .isEqualTo(maybeIdentity(Reason.SCHEMA_UNKNOWN));
    }

    @Test
    void cannotReadWhatIsNoAvroRecord() {
        int text = registry.knows(20, Schema.create(Schema.Type.STRING));
        int json = registry.answers(21, 200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
        int inParts = registry.answers(22, 200, "{\"schema\":\"{\\\"type\\\":\\\"not.here.Type\\\"}\"}");

        for (int id : List.of(text, json, inParts)) {
            assertThat(reader.read(
                            onUserEvents(LEARNER, framed(id, anyEmailChanged().build()))))
                    .isEqualTo(maybeIdentity(Reason.SCHEMA_UNUSABLE));
        }
    }

    @Test
    void cannotReadBytesThatAreNotExactlyOneRecord() {
        byte[] whole = framed(emailChanged, anyEmailChanged().build());

        for (int length = 5; length < whole.length; length++) {
            assertThat(reader.read(onUserEvents(LEARNER, Arrays.copyOf(whole, length))))
                    .isEqualTo(maybeIdentity(Reason.UNDECODABLE));
        }
        assertThat(reader.read(onUserEvents(LEARNER, Arrays.copyOf(whole, whole.length + 1))))
                .isEqualTo(maybeIdentity(Reason.UNDECODABLE));
    }

    @Test
    void cannotReadTextThatIsNotUtf8() {
        byte[] whole = framed(
                courseCompleted, anyCourseCompleted().setCourseTitle("Sailing~").build());
        for (byte broken : new byte[] {(byte) 0x80, (byte) 0xc3, (byte) 0xff}) {
            whole[whole.length - 1] = broken;
            assertThat(reader.read(onUserEvents(LEARNER, whole)))
                    .isEqualTo(new Unreadable(LEARNER, Reason.UNDECODABLE, null, true));
        }
    }

    @Test
    void leavesTextAsItIsHoweverStrange() {
        String strange = "=cmd|' /C calc'!A0\t\u0007\u202e\ufffd\ud83d\ude80";
        CourseCompleted sent = anyCourseCompleted().setCourseTitle(strange).build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(courseCompleted, sent))))
                .isEqualTo(new Understood(LEARNER, LmsRecordKind.ACTIVITY, sent));
    }

    @Test
    @Timeout(10)
    void doesNotGoThroughElementsThatTakeNoBytes() {
        Schema newer =
                with(EmailChanged.getClassSchema(), "extra", Schema.createArray(Schema.create(Schema.Type.NULL)), null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] whole = framed(registry.knows(20, newer), anyEmailChanged().build());
        bytes.write(whole, 0, whole.length - NEWER_TAIL);
        bytes.writeBytes(new byte[] {-2, -1, -1, -1, -1, -1, 127, 0});
        bytes.write(whole, whole.length - NEWER_TAIL, NEWER_TAIL);

        assertThat(reader.read(onUserEvents(LEARNER, bytes.toByteArray())))
                .isEqualTo(maybeIdentity(Reason.UNDECODABLE));
    }

    @Test
    void allocatesNothingForALengthThatIsOnlyClaimed() {
        byte[] almostTwoGigabytes = {0, 0, 0, 0, (byte) emailChanged, -2, -1, -1, -1, 0x0f};

        assertThat(reader.read(onUserEvents(LEARNER, almostTwoGigabytes))).isEqualTo(maybeIdentity(Reason.UNDECODABLE));
    }

    @Test
    void survivesEveryByteThatChanges() {
        byte[] whole = framed(portalCreated, anyPortalCreated().build());

        for (int at = 5; at < whole.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = whole.clone();
                changed[at] = (byte) value;
                assertThat(reader.read(onPortalEvents(PORTAL, changed))).isNotNull();
            }
        }
    }

    @Test
    void cannotReadASchemaThatDoesNotFitTheContract() {
        Schema stranger = SchemaBuilder.record("io.corporateportals.lms.EmailChanged")
                .fields()
                .requiredString("eventId")
                .endRecord();
        var sent = new GenericRecordBuilder(stranger).set("eventId", "any").build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(registry.knows(20, stranger), sent))))
                .isEqualTo(maybeIdentity(Reason.UNDECODABLE));
    }

    @Test
    void cannotReadARecordInAPartitionThatIsNotItsKeys() {
        int wrong = (Topics.USER_EVENTS.partitionOf(LEARNER_KEY) + 1) % Topics.LEARNER_PARTITIONS;
        byte[] value = framed(emailChanged, anyEmailChanged().build());
        var misplaced = new ConsumerRecord<>(Topics.USER_EVENTS.name(), wrong, 0, LEARNER_KEY, value);

        assertThat(reader.read(misplaced)).isEqualTo(maybeIdentity(Reason.WRONG_PARTITION));
    }

    @Test
    void cannotReadAKeyThatIsTooLong() {
        String longest = "u".repeat(255);
        EmailChanged fits = anyEmailChanged().setUserId(longest).build();
        EmailChanged tooLong = anyEmailChanged().setUserId(longest + "u").build();

        assertThat(reader.read(onUserEvents(longest, framed(emailChanged, fits))))
                .isInstanceOf(Understood.class);
        assertThat(reader.read(onUserEvents(longest + "u", framed(emailChanged, tooLong))))
                .isEqualTo(new Unreadable(longest + "u", Reason.KEY_TOO_LONG, null, false));
    }

    @Test
    void cannotReadARecordOfSomebodyElse() {
        EmailChanged others = anyEmailChanged().setUserId("learner-8").build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(emailChanged, others))))
                .isEqualTo(maybeIdentity(Reason.KEY_OF_ANOTHER, "userId"));
    }

    @Test
    void cannotReadAFieldThatBreaksARule() {
        EmailChanged broken = anyEmailChanged().setEmail(" ").build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(emailChanged, broken))))
                .isEqualTo(maybeIdentity(Reason.FIELD_BLANK, "email"));
    }

    @Test
    void tellsActivityThatCannotBeRead() {
        byte[] whole = framed(courseCompleted, anyCourseCompleted().build());
        assertThat(reader.read(onUserEvents(LEARNER, Arrays.copyOf(whole, whole.length - 1))))
                .isEqualTo(new Unreadable(LEARNER, Reason.UNDECODABLE, null, true));

        byte[] broken = framed(login, anyLogin().setEventId("no").build());
        assertThat(reader.read(onUserEvents(LEARNER, broken)))
                .isEqualTo(new Unreadable(LEARNER, Reason.NOT_A_UUID, "eventId", true));
    }

    @Test
    void printsNothingThatARecordHolds() {
        EmailChanged sent = anyEmailChanged().build();

        assertThat(reader.read(onUserEvents(LEARNER, framed(emailChanged, sent))))
                .hasToString("Understood[EmailChanged]");
        assertThat(new Unreadable(LEARNER, Reason.NOT_A_UUID, "eventId", true))
                .hasToString("Unreadable[NOT_A_UUID eventId, activity]");
        assertThat(new UnknownType(LEARNER, "a.B")).hasToString("UnknownType[a.B]");
    }

    private static Unreadable maybeIdentity(Reason reason) {
        return new Unreadable(LEARNER, reason, null, false);
    }

    private static Unreadable maybeIdentity(Reason reason, String field) {
        return new Unreadable(LEARNER, reason, field, false);
    }

    private static Schema with(Schema schema, String optionalField) {
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        return with(schema, optionalField, optional, Schema.Field.NULL_DEFAULT_VALUE);
    }

    private static Schema with(Schema schema, String name, Schema type, @Nullable Object otherwise) {
        var fields = new ArrayList<Schema.Field>();
        for (Schema.Field field : schema.getFields()) fields.add(new Schema.Field(field, field.schema()));
        fields.add(3, new Schema.Field(name, type, "any", otherwise));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}

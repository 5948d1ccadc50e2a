package io.corporateportals.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.DeadLetter;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reading.UnknownType;
import io.corporateportals.contract.reading.Reading.Unreadable;
import io.corporateportals.contract.reading.Reason;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private static final String ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final int HOME = Topics.USER_EVENTS.partitionOf("anna".getBytes(StandardCharsets.UTF_8));
    private static final int ELSEWHERE = (HOME + 1) % Topics.LEARNER_PARTITIONS;

    @Test
    void replaysAnIdentityRecordThatNothingHasOvertaken() {
        assertThat(judged(letter(7, changed(null)), known(6))).isEqualTo(Verdict.REPLAY);
    }

    @Test
    void refusesAnIdentityRecordOnceALaterOneWasApplied() {
        assertThat(judged(letter(7, changed(null)), known(8))).isEqualTo(Verdict.LATER_APPLIED);
        assertThat(judged(letter(7, changed(4L)), new Heard(false, 4L, 6))).isEqualTo(Verdict.LATER_APPLIED);
        assertThat(judged(letter(7, changed(5L)), new Heard(false, 4L, 6))).isEqualTo(Verdict.REPLAY);
    }

    @Test
    void hasNothingToDoForWhatWasApplied() {
        assertThat(judged(letter(7, changed(null)), known(7))).isEqualTo(Verdict.APPLIED_ALREADY);
    }

    @Test
    void refusesAnIdentityRecordThatHasNoPlaceInTheLearnersLife() {
        Letter lost = letter(ELSEWHERE, 7, changed(null));

        assertThat(judged(lost, known(1))).isEqualTo(Verdict.PLACE_UNKNOWN);
    }

    @Test
    void replaysActivityWhereverItLay() {
        Understood login = new Understood("anna", LmsRecordKind.ACTIVITY, new UserLoggedIn(ID, "anna", MORNING));

        assertThat(judged(letter(ELSEWHERE, 7, login), known(8))).isEqualTo(Verdict.REPLAY);
    }

    @Test
    void takesAStrangersRecordsFromTheRegistrationOn() {
        Letter before = letter(6, changed(null));
        Letter registration = letter(7, registered());
        Letter after = letter(8, changed(null));
        Judging judging = new Judging(List.of(before, registration, after), Map.of(), Map.of());

        assertThat(judging.judge(before)).isEqualTo(Verdict.NOBODY_REGISTERED);
        assertThat(judging.judge(registration)).isEqualTo(Verdict.REPLAY);
        assertThat(judging.judge(after)).isEqualTo(Verdict.REPLAY);
    }

    @Test
    void refusesARegistrationWhileALaterRecordOfTheStrangerCannotBeRead() {
        Letter registration = letter(7, registered());
        Letter broken = letter(8, new Unreadable("anna", Reason.UNDECODABLE, null, false));
        Letter lost = letter(ELSEWHERE, 2, changed(null));
        Letter login = letter(8, new Unreadable("anna", Reason.UNDECODABLE, null, true));

        assertThat(strangers(registration, broken)).isEqualTo(Verdict.LATER_UNREADABLE);
        assertThat(strangers(registration, lost)).isEqualTo(Verdict.LATER_UNREADABLE);
        assertThat(strangers(registration, login)).isEqualTo(Verdict.REPLAY);
    }

    @Test
    void refusesWhatWouldBeIgnoredOrSetAsideAgain() {
        assertThat(judged(letter(7, changed(null)), new Heard(true, null, -1))).isEqualTo(Verdict.ACCOUNT_TERMINATED);
        assertThat(judged(letter(7, new Unreadable("anna", Reason.NOT_FRAMED, null, false)), known(1)))
                .isEqualTo(Verdict.UNREADABLE);
        assertThat(judged(letter(7, new UnknownType("anna", "a.B")), known(1))).isEqualTo(Verdict.UNKNOWN_TYPE);
    }

    @Test
    void refusesAPortalsRecordOnceALaterOneIsThere() {
        assertThat(portals(4)).isEqualTo(Verdict.REPLAY);
        assertThat(portals(7)).isEqualTo(Verdict.APPLIED_ALREADY);
        assertThat(portals(9)).isEqualTo(Verdict.LATER_APPLIED);
    }

    private static Verdict judged(Letter letter, Heard anna) {
        return new Judging(List.of(letter), Map.of("anna", anna), Map.of()).judge(letter);
    }

    private static Verdict strangers(Letter letter, Letter other) {
        return new Judging(List.of(letter, other), Map.of(), Map.of()).judge(letter);
    }

    private static Verdict portals(long last) {
        Understood deleted = new Understood("acme", LmsRecordKind.PORTAL, new PortalDeleted(ID, "acme", MORNING));
        Letter letter = letter(new LogPosition(Topics.PORTAL_EVENTS.name(), 0, 7), deleted);
        return new Judging(List.of(letter), Map.of(), Map.of("acme", last)).judge(letter);
    }

    private static Heard known(long identity) {
        return new Heard(false, null, identity);
    }

    private static Understood changed(@Nullable Long revision) {
        return new Understood(
                "anna",
                LmsRecordKind.IDENTITY,
                new EmailChanged(ID, "anna", MORNING, "anna@acme.example", true, revision));
    }

    private static Understood registered() {
        return new Understood(
                "anna",
                LmsRecordKind.IDENTITY,
                new UserRegistered(ID, "anna", MORNING, "Anna", "anna@acme.example", true, null, null, null, null));
    }

    private static Letter letter(long offset, Reading reading) {
        return letter(HOME, offset, reading);
    }

    private static Letter letter(int partition, long offset, Reading reading) {
        return letter(new LogPosition(Topics.USER_EVENTS.name(), partition, offset), reading);
    }

    private static Letter letter(LogPosition first, Reading reading) {
        return new Letter(new DeadLetter(first, "ANY", null, MORNING), MORNING, reading, new byte[0], new byte[0]);
    }
}

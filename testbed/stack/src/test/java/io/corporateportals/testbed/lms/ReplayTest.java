package io.corporateportals.testbed.lms;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Topics;
import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.EmailVerified;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.PortalUpdated;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.SharingObjectionChanged;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.lms.oulad.Oulad;
import io.corporateportals.testbed.lms.oulad.OuladFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Oulad DATA = sample();
    private static final Replay REPLAY = Replay.of(DATA, 1);

    @Test
    void theSameSeedTellsTheSame() {
        assertThat(Replay.of(DATA, 1)).isEqualTo(REPLAY);
        assertThat(Replay.of(DATA, 2)).isNotEqualTo(REPLAY);
    }

    @Test
    void everySubmissionIsATestOnADayOnWhichTheLearnerLoggedInBefore() {
        assertThat(first(TestCompleted.class)).hasSize(9_569 - 168);
        Map<String, List<LmsEvent>> lives = REPLAY.events().stream()
                .filter(event -> event.topic().equals(Topics.USER_EVENTS))
                .collect(groupingBy(LmsEvent::key));
        lives.values().forEach(ReplayTest::assertThatLoginsComeBeforeTests);
    }

    private static void assertThatLoginsComeBeforeTests(List<LmsEvent> life) {
        Set<Object> daysOfLogins = new HashSet<>();
        for (LmsEvent event : life) {
            Object day = event.at().atOffset(ZoneOffset.UTC).toLocalDate();
            if (event.record() instanceof UserLoggedIn) daysOfLogins.add(day);
            if (event.record() instanceof TestCompleted test
                    && test.getOccurredAt().equals(event.at()))
                assertThat(daysOfLogins).contains(day);
        }
    }

    @Test
    void everyLearnerRegistersOnceBeforeAnythingElse() {
        Set<String> registered = new HashSet<>();
        for (LmsEvent event : REPLAY.events()) {
            if (event.record() instanceof UserRegistered) registered.add(event.key());
            if (event.topic().equals(Topics.USER_EVENTS)) assertThat(registered).contains(event.key());
        }
        assertThat(registered).hasSize(REPLAY.learners());
        assertThat(first(UserRegistered.class)).hasSize(REPLAY.learners());
    }

    @Test
    void everythingThatTheDemoShowsHappens() {
        assertThat(List.of(
                        CourseCompleted.class,
                        EmailChanged.class,
                        EmailVerified.class,
                        ProfileUpdated.class,
                        SharingObjectionChanged.class,
                        AccountTerminated.class,
                        PortalCreated.class,
                        PortalUpdated.class,
                        PortalDeleted.class))
                .allSatisfy(type -> assertThat(first(type)).isNotEmpty());
        assertThat(REPLAY.repeated()).isPositive();
    }

    @Test
    void companiesHaveDomainsThatCannotExist() {
        Set<String> hosts = first(PortalCreated.class).stream()
                .map(portal -> ((PortalCreated) portal).getHost())
                .collect(toSet());

        assertThat(hosts).hasSize(16).allMatch(host -> host.endsWith(".university.example"));
    }

    /** Those records of a type that are no repetitions. */
    private static Set<SpecificRecord> first(Class<? extends SpecificRecord> type) {
        return REPLAY.events().stream()
                .map(LmsEvent::record)
                .filter(type::isInstance)
                .collect(toSet());
    }

    private static Oulad sample() {
        try {
            return Oulad.read(OuladFiles.sample());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

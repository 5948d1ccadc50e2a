package io.corporateportals.testbed.lms;

import io.corporateportals.contract.Topics;
import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.EmailVerified;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.SharingObjectionChanged;
import io.corporateportals.lms.TerminationRequested;
import io.corporateportals.lms.TerminationWithdrawn;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.lms.oulad.Presentation;
import io.corporateportals.testbed.lms.oulad.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the LMS writes down about one learner. Who the learner is must be written down in the order of time. */
final class Diary {
    private static final String POLICY_VERSION = "1";

    private final Seed seed;
    private final String userId;
    private final List<LmsEvent> events = new ArrayList<>();
    private long revision;

    Diary(Seed seed, String userId) {
        this.seed = seed;
        this.userId = userId;
    }

    List<LmsEvent> events() {
        return events;
    }

    void registered(
            Instant at, Person person, String email, boolean verified, @Nullable String company, @Nullable String url) {
        write(
                at,
                new UserRegistered(
                        nextId(),
                        userId,
                        at,
                        person.name(),
                        email,
                        verified,
                        company,
                        url,
                        POLICY_VERSION,
                        ++revision));
    }

    void verified(Instant at, String email) {
        write(at, new EmailVerified(nextId(), userId, at, email, ++revision));
    }

    void changedAddress(Instant at, String email) {
        write(at, new EmailChanged(nextId(), userId, at, email, true, ++revision));
    }

    void changedName(Instant at, Person person) {
        write(at, new ProfileUpdated(nextId(), userId, at, person.name(), null, ++revision));
    }

    void objects(Instant at, boolean objects) {
        write(at, new SharingObjectionChanged(nextId(), userId, at, objects, ++revision));
    }

    void asksForTermination(Instant at) {
        write(at, new TerminationRequested(nextId(), userId, at, ++revision));
    }

    void takesThatBack(Instant at) {
        write(at, new TerminationWithdrawn(nextId(), userId, at, ++revision));
    }

    void terminated(Instant at) {
        write(at, new AccountTerminated(nextId(), userId, at, ++revision));
    }

    void loggedIn(Instant at) {
        write(at, new UserLoggedIn(nextId(), userId, at));
    }

    void submitted(Instant at, Submission submission) {
        write(
                at,
                new TestCompleted(
                        nextId(),
                        userId,
                        at,
                        submission.assessment().id(),
                        submission.assessment().title(),
                        submission.assessment().presentation().courseId(),
                        submission.score(),
                        Submission.MAX_SCORE,
                        submission.passed(),
                        1,
                        null));
    }

    void completed(Instant at, Presentation course) {
        write(at, new CourseCompleted(nextId(), userId, at, course.courseId(), course.title()));
    }

    private void write(Instant at, SpecificRecord record) {
        events.add(new LmsEvent(Topics.USER_EVENTS, userId, at, record));
    }

    private String nextId() {
        return seed.id(userId + " " + events.size()).toString();
    }
}

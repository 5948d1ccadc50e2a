package io.corporateportals.testbed.load;

import io.corporateportals.contract.Topics;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.LmsEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;

/** Tells of learners, and has it noted. For one thread at a time. */
final class Lms {
    private static final int IN_TEN_LOG_IN = 7;
    private static final int IN_TEN_TAKE_TESTS = 2;

    private final Told told;
    private final Emitter emitter;
    private final RandomGenerator random;

    Lms(Told told, Emitter emitter, RandomGenerator random) {
        this.told = told;
        this.emitter = emitter;
        this.random = random;
    }

    /** A partner's portal opens. */
    void opens(Partner partner) {
        Instant now = Instant.now();
        emitter.emit(new LmsEvent(
                Topics.PORTAL_EVENTS,
                partner.id(),
                now,
                new PortalCreated(
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        partner.id(),
                        now,
                        "Company of " + partner.id(),
                        partner.host(),
                        List.of(partner.domain()),
                        false,
                        "NL",
                        partner.agreed() ? Instant.EPOCH : null,
                        null,
                        false)));
    }

    /** A partner's portal closes. */
    void closes(int partner) {
        told.closes(partner);
        String portalId = told.partners().get(partner).id();
        emitter.emit(new LmsEvent(
                Topics.PORTAL_EVENTS,
                portalId,
                told.lastTime(),
                new PortalDeleted(
                        new UUID(random.nextLong(), random.nextLong()).toString(), portalId, told.lastTime())));
    }

    /** Somebody registers with an address of the partner, or of nobody. */
    int joins(int partner) {
        int learner = told.joins(partner);
        tell(
                learner,
                new UserRegistered(
                        told.lastId().toString(),
                        told.userId(learner),
                        told.lastTime(),
                        "Name of " + told.userId(learner),
                        told.address(learner),
                        true,
                        null,
                        null,
                        "1",
                        1L));
        return learner;
    }

    /** A learner logs in, takes a test or completes a course. */
    void works(int learner) {
        told.does(learner);
        tell(learner, deed(told.lastId().toString(), told.userId(learner), told.lastTime()));
    }

    private SpecificRecord deed(String id, String userId, Instant now) {
        int choice = random.nextInt(10);
        if (choice < IN_TEN_LOG_IN) return new UserLoggedIn(id, userId, now);
        String number = Integer.toString(random.nextInt(500));
        if (choice < IN_TEN_LOG_IN + IN_TEN_TAKE_TESTS)
            return new TestCompleted(
                    id,
                    userId,
                    now,
                    "test-" + number,
                    "Test " + number,
                    "course-" + number,
                    (double) random.nextInt(101),
                    100.0,
                    true,
                    1,
                    null);
        return new CourseCompleted(id, userId, now, "course-" + number, "Course " + number);
    }

    /** A learner switches to a private address. */
    void leaves(int learner) {
        told.leaves(learner);
        tell(
                learner,
                new EmailChanged(
                        told.lastId().toString(),
                        told.userId(learner),
                        told.lastTime(),
                        told.privateAddress(learner),
                        true,
                        2L));
    }

    /** Returns when all of it has arrived. */
    void flush() {
        emitter.flush();
    }

    private void tell(int learner, SpecificRecord record) {
        emitter.emit(new LmsEvent(Topics.USER_EVENTS, told.userId(learner), told.lastTime(), record));
    }
}

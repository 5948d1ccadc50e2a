package io.corporateportals.testbed.chaos.script;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.EmailVerified;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.SharingObjectionChanged;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** What a learner or a portal does, as the LMS tells it. Every title and every score is used once. */
final class Deeds implements AutoCloseable {
    private static final String PRIVATE = "gmail.com";
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Random random;
    private final Outbound outbound;
    private Instant last = Instant.EPOCH;
    private int registered;
    private long canary;

    Deeds(Random random, Outbound outbound) {
        this.random = random;
        this.outbound = outbound;
    }

    Learner register(PortalLife portal) {
        Learner learner = new Learner("u" + ++registered);
        boolean atTheUrl = random.nextInt(4) == 0;
        boolean privately = random.nextInt(6) == 0;
        boolean verified = random.nextInt(12) > 0;
        learner.email = learner.newAddress(
                privately ? PRIVATE : atTheUrl ? "contractor-" + registered + ".example" : portal.domain(random));
        tell(
                learner,
                new UserRegistered(
                        id().toString(),
                        learner.userId,
                        now(),
                        learner.newName(),
                        learner.email,
                        verified,
                        "Company of " + portal.portalId,
                        atTheUrl ? portal.registrationUrl() : null,
                        "1",
                        learner.nextRevision()));
        return learner;
    }

    void work(Learner learner) {
        work(learner, now());
    }

    /** On a device whose clock is wrong: it seems to happen after what comes next. */
    void workAhead(Learner learner) {
        work(learner, now().plus(AHEAD));
    }

    private void work(Learner learner, Instant at) {
        int choice = random.nextInt(4);
        String eventId = id().toString();
        if (choice < 2) {
            tell(learner, new UserLoggedIn(eventId, learner.userId, at));
        } else if (choice == 2) {
            tell(learner, new CourseCompleted(eventId, learner.userId, at, "course", "Title " + ++canary));
        } else {
            tell(
                    learner,
                    new TestCompleted(
                            eventId,
                            learner.userId,
                            at,
                            "test",
                            "Test " + ++canary,
                            null,
                            canary + 0.25,
                            1e9,
                            true,
                            1,
                            null));
        }
    }

    /** To an address of nobody's, and another name there, which nobody is to see. */
    void leave(Learner learner) {
        changeAddress(learner, PRIVATE, true);
        rename(learner);
    }

    /** To an address of the portal's company; it may be one of it already. */
    void join(Learner learner, PortalLife portal) {
        changeAddress(learner, portal.domain(random), true);
    }

    void joinUnverified(Learner learner, PortalLife portal) {
        changeAddress(learner, portal.domain(random), false);
    }

    /** Leaves and is back at once, as one who has mistyped. */
    void leaveAndReturn(Learner learner) {
        String domain = learner.domain();
        changeAddress(learner, PRIVATE, true);
        changeAddress(learner, domain, true);
    }

    boolean isPrivate(Learner learner) {
        return learner.domain().equals(PRIVATE);
    }

    private void changeAddress(Learner learner, String domain, boolean verified) {
        learner.email = learner.newAddress(domain);
        tell(
                learner,
                new EmailChanged(
                        id().toString(), learner.userId, now(), learner.email, verified, learner.nextRevision()));
    }

    void verify(Learner learner) {
        tell(learner, new EmailVerified(id().toString(), learner.userId, now(), learner.email, learner.nextRevision()));
    }

    void rename(Learner learner) {
        tell(
                learner,
                new ProfileUpdated(
                        id().toString(), learner.userId, now(), learner.newName(), null, learner.nextRevision()));
    }

    /** To sharing, or no longer; by then the learner has another name and address, so that either interval has its own. */
    void object(Learner learner) {
        if (learner.objects) {
            rename(learner);
            changeAddress(learner, learner.domain(), true);
        }
        learner.objects = !learner.objects;
        tell(
                learner,
                new SharingObjectionChanged(
                        id().toString(), learner.userId, now(), learner.objects, learner.nextRevision()));
    }

    void terminate(Learner learner) {
        tell(learner, new AccountTerminated(id().toString(), learner.userId, now(), learner.nextRevision()));
    }

    /** Something that was told before. */
    void repeat(Learner learner) {
        if (learner.hasTold()) outbound.send(Topics.USER_EVENTS, learner.userId, learner.repeated(random));
    }

    /** A new record of an old version of the account. */
    void tellLate(Learner learner, PortalLife portal) {
        String address = learner.newAddress(portal.domain(random));
        tell(learner, new EmailChanged(id().toString(), learner.userId, now(), address, true, learner.staleRevision()));
    }

    void tellUnreadably(Learner learner) {
        byte[] nonsense = ("not Avro " + ++canary).getBytes(StandardCharsets.UTF_8);
        outbound.send(Topics.USER_EVENTS, learner.userId, nonsense);
    }

    void create(PortalLife portal) {
        tell(portal, portal.created(id(), now()));
    }

    /** Whatever happens to it next. */
    void change(PortalLife portal) {
        tell(portal, portal.next(id(), now(), random));
    }

    /** It is there, active and agreed. */
    void settle(PortalLife portal) {
        tell(portal, portal.last(id(), now()));
    }

    private void tell(Learner learner, SpecificRecord record) {
        byte[] bytes = outbound.bytes(Topics.USER_EVENTS, record);
        learner.remember(bytes);
        outbound.send(Topics.USER_EVENTS, learner.userId, bytes);
    }

    private void tell(PortalLife portal, SpecificRecord record) {
        Topic topic = Topics.PORTAL_EVENTS;
        outbound.send(topic, portal.portalId, outbound.bytes(topic, record));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    // no two events happen at the same time
    private Instant now() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }

    /** Returns when the broker has all that was told. */
    void flush() {
        outbound.flush();
    }

    @Override
    public void close() {
        outbound.close();
    }
}

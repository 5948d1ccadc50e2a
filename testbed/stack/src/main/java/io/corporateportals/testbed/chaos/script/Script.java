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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the LMS tells, event by event, all of it from the seed but the times: learners register, work, move, opt out,
 * return, correct themselves, object and go; old records come again; some cannot be read. Every title and every score is
 * used once.
 */
public final class Script implements AutoCloseable {
    private static final int PORTALS = 8;
    private static final int PORTALS_AT_FIRST = 5;
    private static final int LEARNERS = 240;
    private static final String PRIVATE = "gmail.com";

    private final Random random;
    private final Outbound outbound;
    private final List<PortalLife> portals;
    private final List<Learner> learners = new ArrayList<>();
    private Instant last = Instant.EPOCH;
    private int registered;
    private long canary;

    /** Tells it to the broker, with the schemas of the registry. */
    public Script(long seed, String bootstrapServers, String registryUrl) {
        random = new Random(seed);
        outbound = new Outbound(bootstrapServers, registryUrl);
        portals = IntStream.range(0, PORTALS)
                .mapToObj(n -> new PortalLife("partner-" + n, this::id))
                .toList();
    }

    /** What is there before anything goes wrong: some portals, some learners, and a record of each type. */
    public void begin() {
        for (PortalLife portal : portals.subList(0, PORTALS_AT_FIRST)) tellOfPortal(portal, portal.created(now()));
        outbound.flush();
        for (int n = 0; n < LEARNERS / 2; n++) register();
        for (int n = 0; n < LEARNERS; n++) work(someone());
        Learner first = someone();
        rename(first);
        object(first);
        object(first);
        moveUnverified(first);
        verify(first);
        terminate(someone());
        PortalLife portal = portals.get(PORTALS - 1);
        tellOfPortal(portal, portal.created(now()));
        tellOfPortal(portal, portal.last(now()));
        outbound.flush();
    }

    /** Tells one more thing. */
    public void next() {
        int choice = random.nextInt(1000);
        if (learners.size() < LEARNERS / 2 || (choice < 40 && learners.size() < LEARNERS)) register();
        else if (choice < 740) work(someone());
        else if (choice < 840) move(someone());
        else if (choice < 865) rename(someone());
        else if (choice < 880) object(someone());
        else if (choice < 890) moveUnverified(someone());
        else if (choice < 900) verify(someone());
        else if (choice < 910) terminate(someone());
        else if (choice < 970) repeat(someone());
        else if (choice < 982) tellLate(someone());
        else if (choice < 990) tellUnreadably(someone());
        else if (choice < 998) work(someone());
        else changePortal();
    }

    /** Someone who belongs to a portal leaves it for a private address. */
    public void optOut() {
        Learner learner = someone();
        for (int n = 0; n < learners.size() && learner.email.endsWith(PRIVATE); n++) learner = learners.get(n);
        changeAddress(learner, PRIVATE, true);
        outbound.flush();
    }

    /** Brings every portal back, so that what is open at last is shared. */
    public void end() {
        for (PortalLife portal : portals) tellOfPortal(portal, portal.last(now()));
        outbound.flush();
        for (Learner learner : List.copyOf(learners)) work(learner);
        outbound.flush();
    }

    private void register() {
        Learner learner = new Learner("u" + ++registered);
        PortalLife portal = portals.get(random.nextInt(PORTALS));
        boolean atTheUrl = random.nextInt(4) == 0;
        boolean privately = random.nextInt(6) == 0;
        boolean verified = random.nextInt(12) > 0;
        learner.email = learner.newAddress(
                privately ? PRIVATE : atTheUrl ? "contractor-" + registered + ".example" : portal.domain(random));
        learners.add(learner);
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
    }

    private void work(Learner learner) {
        int choice = random.nextInt(4);
        String eventId = id().toString();
        if (choice < 2) {
            tell(learner, new UserLoggedIn(eventId, learner.userId, now()));
        } else if (choice == 2) {
            tell(learner, new CourseCompleted(eventId, learner.userId, now(), "course", "Title " + ++canary));
        } else {
            tell(
                    learner,
                    new TestCompleted(
                            eventId,
                            learner.userId,
                            now(),
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

    // away, or to a portal, or another address at one
    private void move(Learner learner) {
        boolean away = !learner.email.endsWith(PRIVATE) && random.nextInt(100) < 45;
        String domain = away ? PRIVATE : portals.get(random.nextInt(PORTALS)).domain(random);
        changeAddress(learner, domain, true);
    }

    private void moveUnverified(Learner learner) {
        changeAddress(learner, portals.get(random.nextInt(PORTALS)).domain(random), false);
    }

    private void changeAddress(Learner learner, String domain, boolean verified) {
        learner.email = learner.newAddress(domain);
        tell(
                learner,
                new EmailChanged(
                        id().toString(), learner.userId, now(), learner.email, verified, learner.nextRevision()));
    }

    private void verify(Learner learner) {
        tell(learner, new EmailVerified(id().toString(), learner.userId, now(), learner.email, learner.nextRevision()));
    }

    private void rename(Learner learner) {
        tell(
                learner,
                new ProfileUpdated(
                        id().toString(), learner.userId, now(), learner.newName(), null, learner.nextRevision()));
    }

    private void object(Learner learner) {
        learner.objects = !learner.objects;
        tell(
                learner,
                new SharingObjectionChanged(
                        id().toString(), learner.userId, now(), learner.objects, learner.nextRevision()));
    }

    private void terminate(Learner learner) {
        tell(learner, new AccountTerminated(id().toString(), learner.userId, now(), learner.nextRevision()));
        learners.remove(learner);
    }

    private void repeat(Learner learner) {
        if (learner.hasTold()) outbound.send(Topics.USER_EVENTS, learner.userId, learner.repeated(random));
    }

    // a new record of an old version of the account
    private void tellLate(Learner learner) {
        String address = learner.newAddress(portals.get(random.nextInt(PORTALS)).domain(random));
        tell(learner, new EmailChanged(id().toString(), learner.userId, now(), address, true, learner.staleRevision()));
    }

    private void tellUnreadably(Learner learner) {
        byte[] nonsense = ("not Avro " + ++canary).getBytes(StandardCharsets.UTF_8);
        outbound.send(Topics.USER_EVENTS, learner.userId, nonsense);
    }

    private void changePortal() {
        PortalLife portal = portals.get(random.nextInt(PORTALS));
        tellOfPortal(portal, portal.next(now(), random));
    }

    private void tell(Learner learner, SpecificRecord record) {
        byte[] bytes = outbound.bytes(Topics.USER_EVENTS, record);
        learner.remember(bytes);
        outbound.send(Topics.USER_EVENTS, learner.userId, bytes);
    }

    private void tellOfPortal(PortalLife portal, SpecificRecord record) {
        Topic topic = Topics.PORTAL_EVENTS;
        outbound.send(topic, portal.portalId, outbound.bytes(topic, record));
    }

    private Learner someone() {
        return learners.get(random.nextInt(learners.size()));
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

    @Override
    public void close() {
        outbound.close();
    }
}

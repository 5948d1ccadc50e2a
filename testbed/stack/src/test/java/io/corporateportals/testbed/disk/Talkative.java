package io.corporateportals.testbed.disk;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.LmsEvent;
import io.corporateportals.testbed.parts.Parts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;

/** An LMS whose learners register, work, leave and return without end. It waits for a broker that is away, and loses nothing. */
final class Talkative implements AutoCloseable {
    private static final int LEARNERS = 60;
    private static final List<String> PORTALS = List.of("acme", "globex");

    private final Emitter emitter;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private int told;

    Talkative(Parts parts) {
        emitter = new Emitter(parts.bootstrapServers(), parts.registryUrl());
        for (String portal : PORTALS) tell(Topics.PORTAL_EVENTS, portal, portal(portal));
        for (int n = 0; n < LEARNERS; n++) tell(Topics.USER_EVENTS, user(n), registered(n));
        emitter.flush();
    }

    /** So many more events; done when the broker has them. */
    CompletableFuture<Void> tells(int events) {
        return CompletableFuture.runAsync(() -> tell(events), thread);
    }

    private void tell(int events) {
        for (int n = 0; n < events; n++) tell(Topics.USER_EVENTS, user(told % LEARNERS), next(told++));
        emitter.flush();
    }

    // every fifth round a learner leaves, and returns in the next
    private static SpecificRecord next(int told) {
        String user = user(told % LEARNERS);
        int round = told / LEARNERS + told % 5;
        if (round % 5 == 3) return new EmailChanged(id(), user, now(), "p" + told + "@gmail.com", true, 2L + told);
        if (round % 5 == 4) return new EmailChanged(id(), user, now(), address(told), true, 2L + told);
        return round % 2 == 0
                ? new UserLoggedIn(id(), user, now())
                : new CourseCompleted(id(), user, now(), "course", "Title " + told);
    }

    private void tell(Topic topic, String key, SpecificRecord record) {
        emitter.emit(new LmsEvent(topic, key, now(), record));
    }

    private static UserRegistered registered(int n) {
        return new UserRegistered(id(), user(n), now(), "Name " + n, address(n), true, null, null, "1", 1L);
    }

    private static PortalCreated portal(String id) {
        return new PortalCreated(
                id(),
                id,
                now(),
                id,
                id + ".university.example",
                List.of(id + ".example"),
                false,
                "NL",
                Instant.EPOCH,
                null,
                false);
    }

    private static String user(int n) {
        return "learner-" + n;
    }

    private static String address(int n) {
        return "a" + n + "@" + PORTALS.get(n % PORTALS.size()) + ".example";
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    @Override
    public void close() {
        thread.shutdownNow();
        emitter.close();
    }
}

package io.corporateportals.assigner.system;

import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.PortalUpdated;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.TransferSafeguard;
import io.corporateportals.lms.UserLoggedIn;
import io.corporateportals.lms.UserRegistered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What an LMS emits, a second apart. */
final class Events {
    private static final AtomicLong SECONDS = new AtomicLong();

    private Events() {}

    static UserRegistered registered(String user, String email) {
        return registeredAt(user, email, null);
    }

    static UserRegistered registeredAt(String user, String email, @Nullable String url) {
        return new UserRegistered(id(), user, now(), "Name of " + user, email, true, null, url, "1", null);
    }

    static EmailChanged emailChanged(String user, String email) {
        return new EmailChanged(id(), user, now(), email, true, null);
    }

    static ProfileUpdated renamed(String user, String name) {
        return new ProfileUpdated(id(), user, now(), name, null, null);
    }

    static AccountTerminated terminated(String user) {
        return new AccountTerminated(id(), user, now(), null);
    }

    static UserLoggedIn loggedIn(String user) {
        return new UserLoggedIn(id(), user, now());
    }

    static PortalCreated portalCreated(String portal, String... domains) {
        return new PortalCreated(
                id(), portal, now(), "A company", host(portal), List.of(domains), false, "DE", now(), null, false);
    }

    static PortalUpdated portalUpdated(String portal, String... domains) {
        return new PortalUpdated(
                id(), portal, now(), "A company", host(portal), List.of(domains), false, "DE", now(), null, false);
    }

    static PortalUpdated portalAbroad(
            String portal, String country, @Nullable TransferSafeguard safeguard, String... domains) {
        return new PortalUpdated(
                id(),
                portal,
                now(),
                "A company",
                host(portal),
                List.of(domains),
                false,
                country,
                now(),
                safeguard,
                false);
    }

    static PortalDeleted portalDeleted(String portal) {
        return new PortalDeleted(id(), portal, now());
    }

    static String host(String portal) {
        return portal + ".university.example";
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Instant now() {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(SECONDS.incrementAndGet());
    }
}

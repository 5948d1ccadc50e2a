package io.corporateportals.exporter;

import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fresh topics, a fresh database, an LMS, an assigner's tables, and a service that can be stopped and started. */
final class World implements AutoCloseable {
    static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");
    static final Duration SOON = Duration.ofSeconds(30);

    final Parts parts;
    final Database database;
    final AssignerTables assigner;
    final Lms lms;
    private @Nullable Service service;

    World(Parts parts) {
        this.parts = parts;
        parts.freshTopics();
        database = parts.freshDatabase();
        assigner = new AssignerTables(database);
        lms = new Lms(parts);
    }

    Service start(String... settings) {
        Service started = Service.start(parts, database, settings);
        service = started;
        return started;
    }

    void stop() {
        if (service != null) service.close();
        service = null;
    }

    Partner portal(String portal) {
        assigner.portal(portal);
        return new Partner(parts, portal);
    }

    /** A learner who belongs to the portal from the next record on. */
    UUID member(String user, String portal) {
        assigner.learner(user, "Name of " + user, user + "@" + portal + ".example");
        long registered = lms.changedAddress(user);
        List<UUID> started = new ArrayList<>();
        assigner.atOnce(() -> {
            started.add(assigner.starts(user, portal, true, registered, LONG_AGO));
            assigner.decided(user, registered + 1);
        });
        return started.get(0);
    }

    UUID logsIn(String user) {
        UUID event = UUID.randomUUID();
        assigner.decided(user, lms.loggedIn(user, event) + 1);
        return event;
    }

    void leaves(String user, UUID ref) {
        long left = lms.changedAddress(user);
        assigner.atOnce(() -> {
            assigner.ends(ref, user, left, Lms.now());
            assigner.decided(user, left + 1);
        });
    }

    static void awaitTypes(Partner partner, String... types) {
        await().atMost(SOON)
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(partner.typesCommitted())
                        .containsExactly(types));
    }

    @Override
    public void close() {
        stop();
        lms.close();
    }
}

package io.corporateportals.exporter;

import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.network.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** Fresh topics, a fresh database, an LMS, an assigner's tables, and a service that can be stopped and started. */
final class World implements AutoCloseable {
    static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    /** How long what comes about by itself may take on a machine that has other things to do. */
    static final Duration SOON = Duration.ofMinutes(2);

    final Parts parts;
    final Database database;
    final AssignerTables assigner;
    final Lms lms;
    private final List<Service> services = new ArrayList<>();

    World(Parts parts) {
        this(parts, parts.freshDatabase());
    }

    /** With a database that need not be the parts'. */
    World(Parts parts, Database database) {
        parts.freshTopics();
        this.parts = parts;
        this.database = database;
        assigner = new AssignerTables(database);
        lms = new Lms(parts);
    }

    private World(World before) {
        this.parts = before.parts;
        this.database = before.parts.freshDatabase();
        assigner = new AssignerTables(database);
        lms = new Lms(parts);
    }

    /** The same topics, and a database in which there is nothing of what was. */
    World beginAnew() {
        return new World(this);
    }

    Service start(String... settings) {
        Service started = Service.start(parts, database, settings);
        services.add(started);
        return started;
    }

    /** A service that sees the parts through their proxies. */
    Service startBehindProxies(String... settings) {
        return start(settingsBehindProxies(settings));
    }

    String[] settingsBehindProxies(String... more) {
        Network network = parts.network();
        String registry = UriComponentsBuilder.fromUriString(parts.registryUrl())
                .port(network.registry().port())
                .toUriString();
        Stream<String> servers = Stream.of(
                "--KAFKA_BOOTSTRAP=" + network.broker().address(),
                "--JDBC_URL=" + new Database(network.postgres().port(), database.name()).jdbcUrl(),
                "--REGISTRY_URL=" + registry);
        return Service.settings(
                parts, database, Stream.concat(servers, Stream.of(more)).toArray(String[]::new));
    }

    void stop() {
        services.forEach(Service::close);
        services.clear();
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

    /** Many times, decided at once. */
    List<UUID> logsIn(String user, int times) {
        List<UUID> events = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < times; i++) {
            events.add(UUID.randomUUID());
            last = lms.loggedIn(user, events.get(i));
        }
        assigner.decided(user, last + 1);
        return events;
    }

    /** Another learner, of the same partition as {@code user}. */
    static String neighbourOf(String user) {
        return someone(partition -> partition == AssignerTables.partitionOf(user));
    }

    /** A learner of another partition than {@code user}. */
    static String strangerTo(String user) {
        return someone(partition -> partition != AssignerTables.partitionOf(user));
    }

    private static String someone(IntPredicate where) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "bob" + i)
                .filter(bob -> where.test(AssignerTables.partitionOf(bob)))
                .findFirst()
                .orElseThrow();
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
        parts.network().heal();
        stop();
        lms.close();
    }
}

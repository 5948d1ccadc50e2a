package io.corporateportals.testbed.load;

import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.LogReader;
import io.corporateportals.testbed.watch.Patience;
import io.corporateportals.testbed.watch.Processing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Both services run on the parts, an LMS talks to them, and a partner of all portals reads. */
final class Scene implements AutoCloseable {
    private static final long SEED = 1;

    final Services services;
    final Told told;
    final Seen seen;
    final Lms lms;
    final Feeds feeds;
    final Random random = new Random(SEED);
    private final Emitter emitter;
    private final LogReader reader;
    private final Processing processing;

    /**
     * Starts the services, and opens the portals.
     *
     * @param events about so many events will be told: their times begin so many milliseconds ago
     */
    Scene(Parts parts, String heap, List<Partner> partners, long events) {
        services = Services.start(parts, heap);
        WireFormat format = new WireFormat(parts.registryUrl());
        told = new Told(partners, Instant.ofEpochMilli(System.currentTimeMillis() - events));
        seen = new Seen(told, bytes -> Objects.requireNonNull(format.read(bytes)));
        emitter = new Emitter(parts.bootstrapServers(), parts.registryUrl());
        lms = new Lms(told, emitter, random);
        reader = new LogReader(parts.bootstrapServers(), format);
        processing = new Processing(parts.bootstrapServers(), parts.portals().jdbcUrl(Database.OWNER));
        feeds = new Feeds(reader, told, seen);
        open(partners);
    }

    private void open(List<Partner> partners) {
        partners.forEach(lms::opens);
        lms.flush();
        Patience patience = patience();
        try (Announced announced = new Announced(reader)) {
            while (!partners.stream().allMatch(partner -> announced.isDecided(partner.id(), 0))) {
                announced.read();
                patience.moment("portals");
            }
        }
        feeds.awaitMade(patience);
    }

    /** Waits as long as both services are there, something moves, and so does what goes on beside it. */
    Patience patience(Background... beside) {
        return new Patience(() -> services.ended() != null
                ? services.ended()
                : Stream.of(beside)
                        .map(Background::fault)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** To wait until all that was told is decided and exported. */
    Drain drain(String what) {
        lms.flush();
        return new Drain(processing, patience(), what);
    }

    @Override
    public void close() {
        feeds.close();
        processing.close();
        emitter.close();
    }
}

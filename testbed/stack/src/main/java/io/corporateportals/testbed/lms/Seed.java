package io.corporateportals.testbed.lms;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** What everything made up follows from: the same seed gives the same people, companies and lives. */
record Seed(long value) {
    /** Random numbers of their own for {@code what}: whatever else is made up does not move them. */
    Random random(String what) {
        return new Random(id(what).getMostSignificantBits());
    }

    /** The id of {@code what}. */
    UUID id(String what) {
        return UUID.nameUUIDFromBytes((value + " " + what).getBytes(StandardCharsets.UTF_8));
    }
}

package io.corporateportals.testbed.simulation.script;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that the LMS appends to {@code lms.user-events}; sent again, it is the same object at another offset.
 *
 * @param revision the LMS's version of the account
 */
public record LmsEvent(String user, int partition, UUID id, Instant occurredAt, long revision, What what) {
    /** What happened. */
    public sealed interface What {}

    /** An account was opened, or is described anew. */
    public record Registered(
            String name,
            String email,
            boolean verified,
            @Nullable String host) implements What {}

    /** The address is another one. */
    public record Moved(String email, boolean verified) implements What {}

    /** The current address is verified. */
    public record Verified(String email) implements What {}

    /** The name is another one. */
    public record Renamed(String name) implements What {}

    /** The learner objects to sharing, or no longer does. */
    public record Objects(boolean objects) implements What {}

    /** The account is gone. */
    public record Gone() implements What {}

    /** What a learner does. */
    public record LoggedIn() implements What {}

    /** Nobody can read it. */
    public record Garbled() implements What {}

    /** Whether it says who the learner is. */
    public boolean isIdentity() {
        return !(what instanceof LoggedIn || what instanceof Garbled);
    }

    @Override
    public String toString() {
        return what.getClass().getSimpleName() + " of " + user;
    }
}

package io.corporateportals.assigner.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the LMS tells about who a learner is. */
public sealed interface IdentityEvent {
    /** What every identity event begins and ends with. */
    Head head();

    /**
     * The common part.
     *
     * @param occurredAt the LMS's time
     * @param revision the LMS's growing version of the account; null where the LMS gives none
     */
    record Head(
            EventId id,
            UserId user,
            Instant occurredAt,
            @Nullable Long revision) {}

    /** The learner has an account; of a known learner, a snapshot. */
    record Registered(
            Head head,
            String name,
            EmailAddress email,
            boolean verified,
            @Nullable DomainName registrationHost) implements IdentityEvent {
        @Override
        public String toString() {
            return "Registered[" + head + "]";
        }
    }

    /** The address is another one. */
    record EmailChanged(Head head, EmailAddress email, boolean verified) implements IdentityEvent {}

    /** An address was verified. */
    record EmailVerified(Head head, EmailAddress email) implements IdentityEvent {}

    /** The name is another one. */
    record ProfileUpdated(Head head, String name) implements IdentityEvent {
        @Override
        public String toString() {
            return "ProfileUpdated[" + head + "]";
        }
    }

    /** The learner objects to sharing, or no longer does. */
    record ObjectionChanged(Head head, boolean objects) implements IdentityEvent {}

    /** The account is gone. */
    record AccountTerminated(Head head) implements IdentityEvent {}

    /** Something that decides nothing here, but is a version of the account like the others. */
    record Other(Head head) implements IdentityEvent {}
}

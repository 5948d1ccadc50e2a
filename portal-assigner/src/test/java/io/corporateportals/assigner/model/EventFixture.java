package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.Happening.Identified;
import io.corporateportals.assigner.model.IdentityEvent.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An LMS's event about a learner, with an id of its own; the LMS gives no revision unless told otherwise. */
final class EventFixture {
    private final EventId id = Happening.newEventId();
    private final UserId user;
    private @Nullable Long revision;
    private Instant occurredAt = Happening.MORNING;

    private EventFixture(String user) {
        this.user = new UserId(user);
    }

    static EventFixture of(String user) {
        return new EventFixture(user);
    }

    EventFixture revision(long revision) {
        this.revision = revision;
        return this;
    }

    EventFixture at(Instant occurredAt) {
        this.occurredAt = occurredAt;
        return this;
    }

    Identified registers(String email) {
        return registersAs("Jane Roe", email, null, true);
    }

    Identified registersUnverified(String email) {
        return registersAs("Jane Roe", email, null, false);
    }

    Identified registersAt(String portal, String email) {
        return registersAs("Jane Roe", email, portal, true);
    }

    Identified registersUnverifiedAt(String portal, String email) {
        return registersAs("Jane Roe", email, portal, false);
    }

    Identified registersAs(String name, String email, @Nullable String portal, boolean verified) {
        DomainName host = portal == null ? null : Happening.hostOf(portal);
        return new Identified(new IdentityEvent.Registered(head(), name, Happening.address(email), verified, host));
    }

    Identified changesEmail(String email) {
        return new Identified(new IdentityEvent.EmailChanged(head(), Happening.address(email), true));
    }

    Identified changesEmailUnverified(String email) {
        return new Identified(new IdentityEvent.EmailChanged(head(), Happening.address(email), false));
    }

    Identified verifies(String email) {
        return new Identified(new IdentityEvent.EmailVerified(head(), Happening.address(email)));
    }

    Identified isCalled(String name) {
        return new Identified(new IdentityEvent.ProfileUpdated(head(), name));
    }

    Identified objects() {
        return new Identified(new IdentityEvent.ObjectionChanged(head(), true));
    }

    Identified withdrawsTheObjection() {
        return new Identified(new IdentityEvent.ObjectionChanged(head(), false));
    }

    Identified terminates() {
        return new Identified(new IdentityEvent.AccountTerminated(head()));
    }

    /** Such as to accept the policy: it decides nothing, but is a version of the account. */
    Identified doesSomethingElse() {
        return new Identified(new IdentityEvent.Other(head()));
    }

    private Head head() {
        return new Head(id, user, occurredAt, revision);
    }
}

package io.corporateportals.assigner.model;

import org.jspecify.annotations.Nullable;

/** A learner: verified, and of no portal, unless told otherwise. */
final class LearnerFixture {
    private EmailAddress email = Happening.address("jane@elsewhere.example");
    private Learner.@Nullable FirstVerified firstVerified;
    private @Nullable DomainName registrationHost;
    private boolean verified = true;
    private boolean objects;
    private boolean readable = true;

    private LearnerFixture() {}

    static LearnerFixture learner() {
        return new LearnerFixture();
    }

    LearnerFixture registeredAt(String portal) {
        this.registrationHost = Happening.hostOf(portal);
        return this;
    }

    LearnerFixture withEmail(String address) {
        this.email = Happening.address(address);
        return this;
    }

    LearnerFixture firstVerifiedAs(String address) {
        this.firstVerified =
                new Learner.FirstVerified(Happening.address(address).domain());
        return this;
    }

    LearnerFixture unverified() {
        this.verified = false;
        return this;
    }

    LearnerFixture objecting() {
        this.objects = true;
        return this;
    }

    LearnerFixture afterAnUnreadableRecord() {
        this.readable = false;
        return this;
    }

    Learner account() {
        return new Learner(
                new UserId("jane"),
                "Jane Roe",
                email,
                verified,
                firstVerified,
                registrationHost,
                objects,
                readable,
                null,
                new Heard(0, Heard.NOWHERE));
    }

    Account terminated() {
        return new Account.Terminated(new UserId("jane"));
    }
}

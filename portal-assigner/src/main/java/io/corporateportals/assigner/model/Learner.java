package io.corporateportals.assigner.model;

import org.jspecify.annotations.Nullable;

/**
 * A person with an account, as far as it decides where the person belongs.
 *
 * @param name the full name; decides nothing, but an employer may be given it
 * @param email the current address
 * @param verified whether the current address is verified
 * @param firstVerified the first address that was verified; null until one is
 * @param registrationHost the host of the URL at which the learner registered first; null where there was none
 * @param objects whether the learner objects to sharing
 * @param readable false from an unreadable record on, until the next identity record that is applied
 * @param revision the LMS's version of the account that was applied last; null where the LMS gives none
 * @param heard where in the log the LMS was heard last about this learner
 */
public record Learner(
        UserId id,
        String name,
        EmailAddress email,
        boolean verified,
        @Nullable FirstVerified firstVerified,
        @Nullable DomainName registrationHost,
        boolean objects,
        boolean readable,
        @Nullable Long revision,
        Heard heard)
        implements Account {

    /** The domain of the first address that was verified; null where that address has none. */
    public record FirstVerified(@Nullable DomainName domain) {}

    public Learner {
        if (verified && firstVerified == null) firstVerified = new FirstVerified(email.domain());
    }

    Learner withEmail(EmailAddress email, boolean verified) {
        return new Learner(
                id, name, email, verified, firstVerified, registrationHost, objects, readable, revision, heard);
    }

    Learner withName(String name) {
        return new Learner(
                id, name, email, verified, firstVerified, registrationHost, objects, readable, revision, heard);
    }

    Learner withObjection(boolean objects) {
        return new Learner(
                id, name, email, verified, firstVerified, registrationHost, objects, readable, revision, heard);
    }

    /** The same learner after something that nobody can read. */
    Learner afterUnreadable(long saidAt) {
        return heardAs(false, heard.unreadableAt(saidAt));
    }

    /** The same learner after an identity record; one from before the unreadable record says nothing about that one. */
    Learner after(LogEntry.OfIdentity entry) {
        boolean isBehind = entry.isReplayed() && entry.saidAt() < heard.unreadable();
        return heardAs(readable || !isBehind, heard.identityAt(entry.saidAt()));
    }

    private Learner heardAs(boolean readable, Heard heard) {
        return new Learner(
                id, name, email, verified, firstVerified, registrationHost, objects, readable, revision, heard);
    }

    Learner withRevision(@Nullable Long revision) {
        return new Learner(
                id, name, email, verified, firstVerified, registrationHost, objects, readable, revision, heard);
    }

    /** Whether an employer would see a difference between the two. */
    boolean looksLike(Learner other) {
        return name.equals(other.name) && email.text().equals(other.email.text());
    }

    /** Without the name and the address: learners do not belong in logs. */
    @Override
    public String toString() {
        return "Learner[" + id + "]";
    }
}

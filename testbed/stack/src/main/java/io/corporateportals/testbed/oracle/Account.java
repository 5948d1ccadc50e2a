package io.corporateportals.testbed.oracle;

import org.jspecify.annotations.Nullable;

/**
 * Who a learner is, from one identity record to the next.
 *
 * @param from the offset of the record that made it so
 * @param occurredAt when that record says that it happened
 * @param loggedAt when that record was sent
 * @param firstDomain the domain of the first address that was verified
 * @param host where the learner registered
 * @param closed whether the last that was told of the learner could not be read
 */
record Account(
        long from,
        long occurredAt,
        long loggedAt,
        String name,
        String email,
        boolean verified,
        @Nullable String firstDomain,
        @Nullable String host,
        boolean objects,
        boolean terminated,
        boolean closed) {

    /** A learner who registers. */
    static Account registered(Logged record, Content content) {
        return new Account(
                        record.offset(),
                        content.number("occurredAt"),
                        record.timestamp(),
                        content.text("name"),
                        content.text("email"),
                        content.flag("emailVerified"),
                        null,
                        Domains.ofUrl(content.textOrNull("registrationUrl")),
                        false,
                        false,
                        false)
                .withFirstDomain();
    }

    /** The learner after another identity record. */
    Account after(Logged record, Content content) {
        String nameNow = name;
        String emailNow = email;
        boolean verifiedNow = verified;
        boolean objectsNow = objects;
        boolean terminatedNow = terminated;
        switch (content.name()) {
            case "UserRegistered" -> {
                nameNow = content.text("name");
                emailNow = content.text("email");
                verifiedNow = content.flag("emailVerified");
            }
            case "EmailChanged" -> {
                emailNow = content.text("email");
                verifiedNow = content.flag("emailVerified");
            }
            case "EmailVerified" ->
                verifiedNow = verified || content.text("email").equals(email);
            case "ProfileUpdated" -> nameNow = content.text("name");
            case "SharingObjectionChanged" -> objectsNow = content.flag("objects");
            case "AccountTerminated" -> terminatedNow = true;
            default -> {}
        }
        return new Account(
                        record.offset(),
                        content.number("occurredAt"),
                        record.timestamp(),
                        nameNow,
                        emailNow,
                        verifiedNow,
                        firstDomain,
                        host,
                        objectsNow,
                        terminatedNow,
                        false)
                .withFirstDomain();
    }

    /** The learner after a record that cannot be read. */
    Account closedBy(Logged record) {
        return new Account(
                record.offset(),
                record.timestamp(),
                record.timestamp(),
                name,
                email,
                verified,
                firstDomain,
                host,
                objects,
                terminated,
                true);
    }

    private Account withFirstDomain() {
        if (firstDomain != null || !verified) return this;
        return new Account(
                from,
                occurredAt,
                loggedAt,
                name,
                email,
                true,
                Domains.ofAddress(email),
                host,
                objects,
                terminated,
                closed);
    }

    /** Whether the record that made it so led to the assignment; otherwise a portal's did. */
    boolean ledTo(Assignment assignment) {
        return from == assignment.start() && occurredAt == assignment.startedAt();
    }

    @Nullable
    String domain() {
        return Domains.ofAddress(email);
    }

    boolean looksLike(String otherName, String otherEmail) {
        return name.equals(otherName) && email.equals(otherEmail);
    }

    /** Without name and address. */
    @Override
    public String toString() {
        return "Account from " + from;
    }
}

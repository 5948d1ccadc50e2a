package io.corporateportals.assigner.address;

import io.corporateportals.assigner.model.EmailAddress;

/** Reads e-mail addresses as an LMS has them, which is seldom as a standard wants them. */
public final class Addresses {
    private Addresses() {}

    /**
     * The address without surrounding white space, and its domain: what follows the last {@code @}, whatever stands
     * before it. No {@code @}, nothing before it, or no domain name after it leave the domain null.
     *
     * @throws IllegalArgumentException if {@code raw} is blank: then an address is missing, not strange
     */
    public static EmailAddress read(String raw) {
        String text = raw.strip();
        int at = text.lastIndexOf('@');
        return new EmailAddress(text, at < 1 ? null : Domains.normalise(text.substring(at + 1)));
    }
}

package io.corporateportals.assigner.model;

import org.jspecify.annotations.Nullable;

/**
 * A learner's address as the LMS gave it, and the domain it lies in.
 *
 * @param text the address as written; never empty
 * @param domain its domain, null where what follows the last {@code @} is no domain name: such an address is in no
 *     portal's domain
 */
public record EmailAddress(String text, @Nullable DomainName domain) {
    public EmailAddress {
        if (text.isBlank()) throw new IllegalArgumentException("email: must not be empty");
    }

    /** What stands before the last {@code @}; all of it, where there is none. */
    public String localPart() {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at);
    }

    /** Whether both are one mailbox: the same local part to the letter, in the same domain. */
    public boolean isSameMailboxAs(EmailAddress other) {
        return text.equals(other.text)
                || (domain != null && domain.equals(other.domain) && localPart().equals(other.localPart()));
    }

    /** Masked: addresses do not belong in logs. */
    @Override
    public String toString() {
        return "***@" + (domain == null ? "?" : domain);
    }
}

package io.corporateportals.contract.start;

/** Something is not as it was or must be, so the service does not start. */
public final class StartRefused extends RuntimeException {
    /** With what is wrong and what to do about it, in one line, for the person who can change it. */
    public StartRefused(String message) {
        super(message);
    }
}

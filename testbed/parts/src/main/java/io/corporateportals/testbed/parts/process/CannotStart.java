package io.corporateportals.testbed.parts.process;

/** Something on the machine is not as it must be; the message is one line for the person who can change it. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With what is wrong and what to do about it, in one line. */
    public CannotStart(String message) {
        super(message);
    }
}

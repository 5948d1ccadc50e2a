package io.corporateportals.testbed.simulation.scheduling;

/** Something happened that must not; ids only. */
public final class Violation extends Error {
    private static final long serialVersionUID = 1L;

    public Violation(String what) {
        super(what, null, false, false);
    }

    /** What must not have happened. */
    public String what() {
        return String.valueOf(getMessage());
    }
}

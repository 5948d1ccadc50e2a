package io.corporateportals.testbed.simulation.scheduling;

/** Unwinds an actor whose process was killed; nobody handles it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("killed", null, false, false);
    }
}

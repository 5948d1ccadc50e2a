package io.corporateportals.contract.reading;

/** The registry gave no answer, or none that says anything about what was asked: a fault of the moment, to be tried again. */
public final class RegistryUnavailable extends RuntimeException {
    RegistryUnavailable(String what, String why) {
        super(what + ": registry " + why);
    }

    /** Whoever asked for {@code what} got nothing from the registry, and why. */
    public RegistryUnavailable(String what, String why, Throwable cause) {
        super(what + ": registry " + why, cause);
    }
}

package io.corporateportals.contract.start;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Something is not as it was or must be, so the service does not start. */
public final class StartRefused extends RuntimeException {
    /** With what is wrong and what to do about it, in one line, for the person who can change it. */
    public StartRefused(String message) {
        super(message);
    }

    /** The refusal that a failure comes from. */
    public static Optional<StartRefused> in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(StartRefused.class::isInstance)
                .map(StartRefused.class::cast)
                .findFirst();
    }
}

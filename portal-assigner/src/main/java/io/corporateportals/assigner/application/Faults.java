package io.corporateportals.assigner.application;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults in words that a log may hold: their messages may quote what was to be written, their types do not. */
public final class Faults {
    private Faults() {}

    /** The types of a fault and its causes. */
    public static String inWords(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" caused by "));
    }
}

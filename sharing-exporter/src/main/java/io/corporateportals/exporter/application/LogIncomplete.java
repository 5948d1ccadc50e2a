package io.corporateportals.exporter.application;

/** The log does not hold the position at which the exporter stands: a person decides what to do about what is missing. */
public final class LogIncomplete extends RuntimeException {
    public LogIncomplete(String message) {
        super(message);
    }
}

package io.corporateportals.testbed.chaos.fault;

/** The system did not get well again in time. */
public final class NotRecovered extends RuntimeException {
    /** With what it did not do. */
    public NotRecovered(String message) {
        super(message);
    }
}

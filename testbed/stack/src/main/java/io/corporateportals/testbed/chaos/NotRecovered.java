package io.corporateportals.testbed.chaos;

/** The system did not work everything off in time. */
final class NotRecovered extends RuntimeException {
    NotRecovered(String message) {
        super(message);
    }
}

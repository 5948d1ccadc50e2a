package io.corporateportals.testbed.demo;

/** Nothing moves any more, or a process has ended: the demo cannot be finished. */
final class Stalled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stalled(String message) {
        super(message);
    }
}

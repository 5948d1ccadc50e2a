package io.corporateportals.testbed.watch;

/** Nothing moves any more, or a process has ended: the demo cannot be finished. */
public final class Stalled extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Stalled(String message) {
        super(message);
    }
}

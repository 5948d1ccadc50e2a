package io.corporateportals.testbed.simulation.scheduling;

/** A request was sent, and no answer came: whoever asked does not know what became of it. */
public final class AnswerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswerLost(String request) {
        super(request, null, false, false);
    }
}

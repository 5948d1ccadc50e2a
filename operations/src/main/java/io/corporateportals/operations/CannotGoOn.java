package io.corporateportals.operations;

/** Ends a command. The message is for the operator: what is wrong, and what to do. */
public final class CannotGoOn extends RuntimeException {
    private final String message;

    public CannotGoOn(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}

package io.corporateportals.exporter.application;

/** Somebody else owns the partition's ledger, or PostgreSQL is not what it was: start over from the fence. */
public final class NotOwner extends RuntimeException {
    public NotOwner(String message) {
        super(message);
    }
}

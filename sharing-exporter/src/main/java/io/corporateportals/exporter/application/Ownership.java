package io.corporateportals.exporter.application;

/**
 * The right to write the ledger for one partition, until somebody else takes it.
 *
 * @param epoch raised by each new owner
 * @param batch the ledger's last transaction that this owner knows of
 * @param incarnation names PostgreSQL's data and its timeline: another one may have lost commits
 */
public record Ownership(int partition, long epoch, long batch, String incarnation) {
    /** Whether PostgreSQL remembers what {@code committed} rests on. */
    boolean knows(Standing committed) {
        return committed.batch() <= batch && committed.incarnation().equals(incarnation);
    }

    /** The same right, after a further transaction. */
    public Ownership after(long nextBatch) {
        return new Ownership(partition, epoch, nextBatch, incarnation);
    }
}

package io.corporateportals.exporter.application;

/**
 * The right to write the ledger for one partition, until somebody else takes it.
 *
 * @param epoch raised by each new owner
 * @param batch the ledger's last transaction that this owner knows of
 * @param confirmed the last of them that Kafka was seen to hold: no position can rest on an earlier one
 * @param incarnation names PostgreSQL's data and its timeline: another one may have lost commits
 */
public record Ownership(int partition, long epoch, long batch, long confirmed, String incarnation) {
    /** Whether PostgreSQL remembers what {@code committed} rests on, and nothing later was published. */
    boolean knows(Standing committed) {
        return confirmed <= committed.batch()
                && committed.batch() <= batch
                && committed.incarnation().equals(incarnation);
    }

    /** The same right, once Kafka holds {@code committed}. */
    Ownership confirming(Standing committed) {
        return new Ownership(partition, epoch, batch, committed.batch(), incarnation);
    }

    /** The same right, after a further transaction. */
    public Ownership after(long nextBatch) {
        return new Ownership(partition, epoch, nextBatch, confirmed, incarnation);
    }
}

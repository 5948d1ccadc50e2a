package io.corporateportals.testbed.simulation.broker;

import io.corporateportals.exporter.model.Outgoing;

/**
 * A record of a feed.
 */
public record FeedRecord(Outgoing outgoing, Transaction transaction) {
    /** What becomes of what was appended. */
    public static final class Transaction {
        final int partition;
        final long epoch;
        final String producer;
        boolean withOffset;
        State state = State.OPEN;

        Transaction(int partition, String producer, long epoch) {
            this.partition = partition;
            this.producer = producer;
            this.epoch = epoch;
        }

        public boolean isOpen() {
            return state == State.OPEN;
        }

        public boolean isCommitted() {
            return state == State.COMMITTED;
        }
    }

    /** Of a transaction. */
    enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }
}

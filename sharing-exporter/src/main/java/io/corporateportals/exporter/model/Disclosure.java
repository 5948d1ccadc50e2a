package io.corporateportals.exporter.model;

/**
 * One record published to one recipient: a line of the ledger.
 *
 * @param source which record of the log it came from
 */
public record Disclosure(PortalId portal, Key key, Source source) {
    /** What is disclosed to whom: one event under one learnerRef. */
    public record Key(LearnerRef ref, EventId event) {}

    /**
     * The record of the log that a disclosure came from, as its offset; negative where recovery listed it.
     *
     * @param offset in the learner's partition, {@link #ON_THE_FEED} or {@link #PERHAPS_SEEN}
     */
    public record Source(long offset) {
        /** Recovery found it published: no record of the log may publish it again. */
        public static final Source ON_THE_FEED = new Source(-1);

        /** Recovery found it in an aborted transaction, or where it must not be: it is to be retracted, or published anew. */
        public static final Source PERHAPS_SEEN = new Source(-2);

        /** Whether the record at {@code other} may be published although the ledger lists its event. */
        boolean lets(long other) {
            return offset == other || equals(PERHAPS_SEEN);
        }
    }
}

package io.corporateportals.exporter.application;

/** What partitions ask a person before they rebuild anything. */
public interface RecoveryRequests {
    /** How far a request has come. */
    enum State {
        NOT_ASKED,
        ASKED,
        ALLOWED
    }

    /** How far the partition's request has come; one for another doubt does not count. */
    State state(Ownership owner, Doubt doubt);

    /**
     * Whether nothing of the partition was ever exported: then there is nothing to rebuild, and nobody to ask.
     *
     * @param published what the feeds hold of the partition's learners, and of those that nobody has decided
     */
    boolean isNew(Ownership owner, Published published);

    /** Asks, and says what will be taken back. Whoever asks what another instance has asked leaves the answer as it is. */
    void ask(Ownership owner, Doubt doubt, Published published);

    /** The partition's position can be trusted: it asks for nothing. */
    void settle(Ownership owner);
}

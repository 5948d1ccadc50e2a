package io.corporateportals.testbed.parts.network;

/** Requests of Kafka's protocol whose answers can be lost. */
public enum KafkaRequest {
    /** Appends records. */
    PRODUCE(0),
    /** Fences earlier owners of a transactional id. */
    INIT_PRODUCER_ID(22),
    /** Commits or aborts a transaction. */
    END_TXN(26),
    /** Adds a group's offsets to a transaction and writes them; clients of Kafka 4 send no AddOffsetsToTxn before it. */
    TXN_OFFSET_COMMIT(28);

    private final int apiKey;

    KafkaRequest(int apiKey) {
        this.apiKey = apiKey;
    }

    int apiKey() {
        return apiKey;
    }
}

package io.corporateportals.contract.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Marks a record that came from the dead letters back to its topic: the headers {@code replay.partition} and {@code
 * replay.offset} say where it stood first. Whoever decides by the log's order takes it for what was said there.
 */
public final class Replayed {
    private static final String PARTITION = "replay.partition";
    private static final String OFFSET = "replay.offset";

    private Replayed() {}

    /** Notes where the record stood first. */
    public static void mark(Headers headers, LogPosition first) {
        TextHeaders.add(headers, PARTITION, Integer.toString(first.partition()));
        TextHeaders.add(headers, OFFSET, Long.toString(first.offset()));
    }

    /** Where the record stood first; null: it was not replayed. */
    public static @Nullable LogPosition from(ConsumerRecord<?, ?> record) {
        return from(record.headers(), record.topic());
    }

    static @Nullable LogPosition from(Headers headers, String topic) {
        long partition = TextHeaders.number(headers, PARTITION);
        long offset = TextHeaders.number(headers, OFFSET);
        return partition < 0 || partition > Integer.MAX_VALUE || offset < 0
                ? null
                : new LogPosition(topic, (int) partition, offset);
    }
}

package io.corporateportals.contract.deadletter;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Why a record was set aside, and where it stood. As headers, all of them text: {@code dlt.reason}, {@code dlt.field}
 * (absent where the record as a whole is to blame), {@code dlt.topic}, {@code dlt.partition}, {@code dlt.offset}, {@code
 * dlt.timestamp} (milliseconds). Nothing of the record itself.
 *
 * @param first where the record stood first, also after it was replayed and set aside again
 * @param reason a stable name
 * @param field the field that is to blame; null: the record as a whole
 * @param sentAt the record's own time
 */
public record DeadLetter(
        LogPosition first, String reason, @Nullable String field, Instant sentAt) {
    private static final String REASON = "dlt.reason";
    private static final String FIELD = "dlt.field";
    private static final String TOPIC = "dlt.topic";
    private static final String PARTITION = "dlt.partition";
    private static final String OFFSET = "dlt.offset";
    private static final String TIMESTAMP = "dlt.timestamp";

    /** Writes the headers of the letter that carries {@code record}. */
    public static void write(Headers headers, ConsumerRecord<?, ?> record, String reason, @Nullable String field) {
        TextHeaders.add(headers, REASON, reason);
        if (field != null) TextHeaders.add(headers, FIELD, field);
        TextHeaders.add(headers, TOPIC, record.topic());
        TextHeaders.add(headers, PARTITION, Integer.toString(record.partition()));
        TextHeaders.add(headers, OFFSET, Long.toString(record.offset()));
        TextHeaders.add(headers, TIMESTAMP, Long.toString(record.timestamp()));
        LogPosition first = Replayed.from(record);
        if (first != null) Replayed.mark(headers, first);
    }

    /** Reads the headers of a letter; null if it is none of ours. */
    public static @Nullable DeadLetter read(ConsumerRecord<?, ?> letter) {
        Headers headers = letter.headers();
        String reason = TextHeaders.get(headers, REASON);
        String topic = TextHeaders.get(headers, TOPIC);
        long partition = TextHeaders.number(headers, PARTITION);
        long offset = TextHeaders.number(headers, OFFSET);
        if (reason == null || topic == null || partition < 0 || partition > Integer.MAX_VALUE || offset < 0)
            return null;
        LogPosition first = Objects.requireNonNullElse(
                Replayed.from(headers, topic), new LogPosition(topic, (int) partition, offset));
        Instant sentAt = Instant.ofEpochMilli(TextHeaders.number(headers, TIMESTAMP));
        return new DeadLetter(first, reason, TextHeaders.get(headers, FIELD), sentAt);
    }
}

package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.model.Heard;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.deadletter.Replayed;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stood first: its own offset, unless it is replayed from the dead letters. */
final class SaidAt {
    private SaidAt() {}

    /** Returns {@link Heard#NOWHERE} for one that stood in another partition, whose order says nothing here. */
    static long of(ConsumerRecord<?, ?> record) {
        LogPosition first = Replayed.from(record);
        if (first == null) return record.offset();
        return first.partition() == record.partition() ? Math.min(first.offset(), record.offset()) : Heard.NOWHERE;
    }
}

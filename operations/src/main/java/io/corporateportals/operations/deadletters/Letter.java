package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.deadletter.DeadLetter;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reading.Understood;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, and what its record says when it is read now.
 *
 * @param setAsideAt when the assigner wrote it
 * @param reading as if the record lay in its key's own partition
 * @param key the record's key, byte for byte
 * @param value the record's value, byte for byte; kept only of what reads now
 */
@SuppressWarnings("ArrayRecordComponent") // bytes to be sent again, never compared
record Letter(DeadLetter why, Instant setAsideAt, Reading reading, byte @Nullable [] key, byte @Nullable [] value) {
    LogPosition first() {
        return why.first();
    }

    /** The type of the record, or a dash. */
    String type() {
        return reading instanceof Understood understood
                ? understood.record().getSchema().getName()
                : "-";
    }

    /** The record's eventId, or a dash. */
    String eventId() {
        return reading instanceof Understood understood ? understood.eventId().toString() : "-";
    }

    @Override
    public String toString() {
        return "Letter[" + why + "]";
    }
}

package io.corporateportals.testbed.lms;

import io.corporateportals.contract.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * Something that the LMS tells.
 *
 * @param at when it tells it; a repetition comes later than what it tells of
 */
public record LmsEvent(Topic topic, String key, Instant at, SpecificRecord record) {
    LmsEvent repeatedAt(Instant later) {
        return new LmsEvent(topic, key, later, record);
    }

    /** Without what the record says. */
    @Override
    public String toString() {
        return record.getSchema().getName() + " at " + at;
    }
}

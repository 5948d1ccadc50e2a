package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reason;
import io.corporateportals.exporter.model.Activity;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.UserId;
import io.corporateportals.lms.CourseCompleted;
import io.corporateportals.lms.TestCompleted;
import io.corporateportals.lms.UserLoggedIn;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a record of the learners' log is to the exporter. Certificates are not shared. */
final class LogRecords {
    private LogRecords() {}

    /** Of a record that the assigner may not have decided past. */
    static LogRecord ofUndecided(ConsumerRecord<byte[], byte[]> record, Reading reading) {
        return reading instanceof Reading.Unreadable unreadable && unreadable.reason() == Reason.SCHEMA_UNKNOWN
                ? new LogRecord.NotYetKnown(record.offset(), appendedAt(record))
                : of(record, reading);
    }

    static LogRecord of(ConsumerRecord<byte[], byte[]> record, Reading reading) {
        if (reading instanceof Reading.Understood understood) {
            Activity activity = activity(understood.record());
            if (activity != null)
                return new LogRecord.Did(
                        record.offset(),
                        appendedAt(record),
                        new UserId(understood.key()),
                        new EventId(understood.eventId()),
                        understood.occurredAt(),
                        activity);
        }
        return new LogRecord.Other(record.offset(), appendedAt(record));
    }

    private static Instant appendedAt(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private static @Nullable Activity activity(SpecificRecord record) {
        if (record instanceof UserLoggedIn) return new Activity.LoggedIn();
        if (record instanceof CourseCompleted completed)
            return new Activity.CourseCompleted(completed.getCourseId(), completed.getCourseTitle());
        if (record instanceof TestCompleted completed)
            return new Activity.TestResult(
                    completed.getTestId(),
                    completed.getTestTitle(),
                    completed.getCourseId(),
                    completed.getScore(),
                    completed.getMaxScore(),
                    completed.getPassed(),
                    completed.getAttempt());
        return null;
    }
}

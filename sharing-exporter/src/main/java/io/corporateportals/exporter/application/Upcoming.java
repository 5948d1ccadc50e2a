package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.LogRecord.NotYetKnown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records that were read and not yet done with. */
final class Upcoming {
    private final Log log;
    private List<LogRecord> records = List.of();

    Upcoming(Log log) {
        this.log = log;
    }

    void seek(long offset, boolean skipping) {
        records = List.of();
        log.seek(offset, skipping);
    }

    /**
     * Those at hand; if there are none, those that come in time.
     *
     * @param decided as in {@link Log#read}
     */
    List<LogRecord> within(Duration atMost, long decided) {
        if (records.stream().anyMatch(record -> record instanceof NotYetKnown && record.offset() < decided))
            seek(next(), false);
        if (records.isEmpty()) records = log.read(atMost, decided);
        return records;
    }

    void doneBefore(long offset) {
        if (records.isEmpty() || records.get(0).offset() >= offset) return;
        int first = 0;
        while (first < records.size() && records.get(first).offset() < offset) first++;
        records = new ArrayList<>(records.subList(first, records.size()));
    }

    /** The first offset that is not done with. */
    long next() {
        return records.isEmpty() ? log.position() : records.get(0).offset();
    }

    Optional<Instant> appendedAt(long offset) {
        return records.stream()
                .filter(record -> record.offset() == offset)
                .map(LogRecord::appendedAt)
                .findFirst();
    }
}

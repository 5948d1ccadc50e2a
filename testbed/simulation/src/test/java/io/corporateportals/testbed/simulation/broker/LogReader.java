package io.corporateportals.testbed.simulation.broker;

import io.corporateportals.exporter.application.Log;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Activity;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.UserId;
import io.corporateportals.testbed.simulation.scheduling.Chance;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import io.corporateportals.testbed.simulation.script.LmsEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exporter's consumer of one partition of the learners' log. */
public final class LogReader implements Log {
    private final Kafka kafka;
    private final Scheduler scheduler;
    private final Chance chance;
    private final int partition;
    private final Moments moments;
    private long position;

    /** What else is done at certain moments. */
    public interface Moments {
        /** Before each poll. */
        void polls(long logEnd);

        /** After the committed position was read. */
        @Nullable
        Standing hasRead(@Nullable Standing committed);
    }

    public LogReader(Kafka kafka, Scheduler scheduler, Chance chance, int partition, Moments moments) {
        this.kafka = kafka;
        this.scheduler = scheduler;
        this.chance = chance;
        this.partition = partition;
        this.moments = moments;
    }

    @Override
    public void seek(long offset, boolean skipping) {
        position = offset;
    }

    @Override
    public List<LogRecord> read(Duration atMost, long decided) {
        List<LmsEvent> log = kafka.log(partition);
        moments.polls(log.size());
        scheduler.step("poll");
        if (position >= log.size() && !atMost.isZero()) scheduler.idle();
        List<LogRecord> records = new ArrayList<>();
        int most = chance.between(1, 5);
        while (position < log.size() && records.size() < most) {
            LmsEvent event = log.get((int) position);
            boolean known = position < decided || isKnownAtOnce(event);
            records.add(known ? record(position, event) : new LogRecord.NotYetKnown(position, event.occurredAt()));
            position++;
        }
        return records;
    }

    // the registry comes to know the other schemas before the assigner decides
    private static boolean isKnownAtOnce(LmsEvent event) {
        return event.id().hashCode() % 8 != 0;
    }

    private static LogRecord record(long offset, LmsEvent event) {
        if (!(event.what() instanceof LmsEvent.LoggedIn)) return new LogRecord.Other(offset, event.occurredAt());
        return new LogRecord.Did(
                offset,
                event.occurredAt(),
                new UserId(event.user()),
                new EventId(event.id()),
                event.occurredAt(),
                new Activity.LoggedIn());
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long beginning() {
        return 0;
    }

    @Override
    public @Nullable Standing committed() {
        scheduler.step("read the committed position");
        scheduler.await(() -> !kafka.hasUnstableOffset(partition));
        return moments.hasRead(kafka.committed(partition));
    }

    @Override
    public void close() {}
}

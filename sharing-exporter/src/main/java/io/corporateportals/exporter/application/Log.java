package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.LogRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One partition of the learners' log. Used by one thread. */
public interface Log extends AutoCloseable {
    /** Goes on from here; from the first record that is left, if {@code offset} is older and {@code skipping}. */
    void seek(long offset, boolean skipping);

    /**
     * The next records, in order; none if none came in time.
     *
     * @param decided the assigner has decided whatever stands before it: none of that is {@link LogRecord.NotYetKnown}
     * @throws LogIncomplete if the position is not in the log
     * @throws LogUnread if there are some, which cannot be understood now: the same come again
     */
    List<LogRecord> read(Duration atMost, long decided);

    /** The offset of the first record not yet read. */
    long position();

    /** The first offset that is left. */
    long beginning();

    /** What the group has committed for the partition, null if that is nothing or nothing of ours. */
    @Nullable
    Standing committed();

    @Override
    void close();
}

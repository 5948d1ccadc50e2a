package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.DropReason;
import java.time.Instant;
import java.util.Map;

/** Counts what happens, without a word about whom. */
public interface Observer {
    void shared(int entries);

    void retracted(int entries);

    void dropped(Map<DropReason, Integer> records);

    /**
     * The partner can read the end of an assignment now.
     *
     * @param appendedAt when the log took the record that ended it
     */
    void endTold(Instant appendedAt);
}

package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.DropReason;
import java.time.Duration;
import java.util.Map;

/** Counts what happens, without a word about whom. */
public interface Observer {
    void shared(int entries);

    void retracted(int entries);

    void dropped(Map<DropReason, Integer> records);

    /** From the moment the log took the record that ended an assignment until the partner could read its end. */
    void endTold(Duration after);
}

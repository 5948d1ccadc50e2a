package io.corporateportals.exporter.application;

import java.time.Duration;

/** Whether a partition is this instance's, as the consumer group sees it. */
public interface Tenure {
    /** False once the partition was taken away. */
    boolean holds();

    /** Waits for the group's next word; whoever fences without it might shut out the rightful owner. */
    boolean confirmed();

    /** Waits, less long if the partition is taken away. */
    void pause(Duration atMost);
}

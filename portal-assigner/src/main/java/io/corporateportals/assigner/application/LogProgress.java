package io.corporateportals.assigner.application;

import java.util.Collection;
import java.util.Map;

/** How far each partition of the learners' log has been decided: the only clock. */
public interface LogProgress {
    /**
     * One partition's progress.
     *
     * @param nextOffset the first record that is not decided
     * @param sequence the number of the partition's last change; 0 before the first
     */
    record Progress(int partition, long nextOffset, long sequence) {}

    /**
     * Locks the partitions until the transaction ends. Whoever decides about a learner does this first.
     *
     * @return the progress of each, as it is under the lock
     */
    Map<Integer, Progress> lock(Collection<Integer> partitions);

    /** Moves a locked partition on. */
    void advance(Progress to);

    /** A partition's progress, not locked. */
    Progress of(int partition);
}

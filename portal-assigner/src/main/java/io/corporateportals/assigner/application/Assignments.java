package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.UserId;
import java.util.Collection;
import java.util.List;

/** Assignments and what became of them. */
public interface Assignments {
    /** The learners' open assignments. */
    List<Assignment> openOf(Collection<UserId> users);

    /**
     * Stores changes, in their order.
     *
     * @param lastSequence the number of the partition's last change so far
     */
    void record(int partition, long lastSequence, List<AssignmentChange> changes);

    /** Asks for the learners' keys to be nulled where assignments are announced, after the change of that number. */
    void forget(int partition, long afterSequence, Collection<UserId> terminated);
}

package io.corporateportals.exporter.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL holds at one moment, as far as a look concerns it.
 *
 * @param nextOffset the first record that the assigner has not decided
 * @param sequence the number of the partition's last change
 * @param changes those behind the cursor and in scope, in order, as many as one transaction may tell
 * @param moreChanges whether there are more of them
 * @param open the open shared assignments of the batch's learners and of the changes'
 * @param listed the ledger's lines for what the batch's learners did
 * @param retractable by ended assignment: what the ledger lists and the cursor has not passed, in the ledger's order;
 *     cut off where it is more than one transaction may send
 */
public record Snapshot(
        long nextOffset,
        long sequence,
        List<Change> changes,
        boolean moreChanges,
        Map<UserId, OpenAssignment> open,
        Map<Disclosure.Key, Disclosure.Source> listed,
        Map<LearnerRef, List<EventId>> retractable,
        PolicyVersions policies) {

    /** The open shared assignment of a learner. */
    @Nullable
    OpenAssignment openOf(UserId user) {
        return open.get(user);
    }

    /** The assignment that a change is about, if it is open and shared now. */
    @Nullable
    OpenAssignment openOf(Change change) {
        OpenAssignment now = open.get(change.user());
        return now != null && now.ref().equals(change.ref()) ? now : null;
    }
}

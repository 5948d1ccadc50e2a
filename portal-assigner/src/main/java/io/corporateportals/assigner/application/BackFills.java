package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Concern;
import io.corporateportals.assigner.model.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose learners are still to be decided again. */
public interface BackFills {
    /**
     * The rest of a back-fill in one partition.
     *
     * @param concern who is concerned; null: everyone
     * @param after the last learner that was decided again; empty at the beginning
     * @param occurredAt when the event that led to it happened
     */
    record Part(long backFill, int partition, @Nullable Concern concern, String after, Instant occurredAt) {}

    /** Asks for the learners concerned to be decided again, in every partition. */
    void request(Concern concern, Instant occurredAt);

    /** Asks for every learner to be decided again. */
    void requestEveryone(Instant occurredAt);

    /** A part that is not finished, of the oldest back-fill first; null: all are finished. */
    @Nullable
    Part next();

    /** The same part as it is under the partition's lock; null: somebody else has finished it. */
    @Nullable
    Part again(Part part);

    /** The next learners of a part, in the order of their ids. */
    List<UserId> learners(Part part, int atMost);

    /** Notes learners of a part as decided. */
    void decided(Part part, List<UserId> learners, boolean finished);

    /** How many learners are still to be decided, over all back-fills: an estimate for a gauge. */
    long remaining();
}

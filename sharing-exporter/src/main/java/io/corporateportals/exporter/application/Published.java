package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.PortalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the feeds hold of some learners. */
public record Published(List<OfLearner> learners) {
    /**
     * What a feed holds under one learnerRef.
     *
     * @param committed events that a read_committed reader sees
     * @param seen events that a read_uncommitted reader sees
     * @param ended whether anybody may have seen its end, or the first of what goes before it
     * @param visible whether anything is there to be taken back, for either reader
     * @param lastAt the broker's time of the last record
     */
    public record OfLearner(
            PortalId portal,
            LearnerRef ref,
            Set<EventId> committed,
            Set<EventId> seen,
            boolean ended,
            boolean visible,
            Instant lastAt) {}
}

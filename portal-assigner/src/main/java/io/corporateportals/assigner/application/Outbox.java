package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been decided and is still to be announced. */
public interface Outbox {
    /** A change and its number in its partition. */
    record Numbered(int partition, long sequence, AssignmentChange change) {}

    /** A terminated learner, whose key is to be nulled now that all changes before have been announced. */
    record Forgotten(int partition, UserId user) {}

    /**
     * What became of a portal's claims, and how far its learners have been decided again.
     *
     * @param refusedHost a host that the portal asked for and did not get, as written
     * @param version grows with every news of the portal
     */
    record PortalStatus(
            PortalId portal,
            List<Claim> claims,
            @Nullable String refusedHost,
            long learnersToDecide,
            long learnersDecided,
            Instant occurredAt,
            long version) {
        /** The same with the portal's claims. */
        public PortalStatus with(List<Claim> claims) {
            return new PortalStatus(
                    portal, claims, refusedHost, learnersToDecide, learnersDecided, occurredAt, version);
        }
    }

    /** Changes that are not announced, at most so many of each partition, in the order of their numbers. */
    List<Numbered> changes(int atMostOfEach);

    /** Learners to forget, at most so many. */
    List<Forgotten> forgotten(int atMost);

    /** Portals with news, at most so many. */
    List<PortalStatus> statuses(int atMost);

    /** Notes changes as announced: for each partition, all up to the last one given. */
    void announced(List<Numbered> changes);

    /** Notes learners as forgotten. */
    void forgot(List<Forgotten> learners);

    /** Notes portals' news as announced. */
    void told(List<PortalStatus> statuses);

    /** How many changes are not announced. */
    long backlog();
}

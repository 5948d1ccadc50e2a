package io.corporateportals.exporter.model;

import java.time.Instant;

/** A record on its way to one portal's feed. */
public sealed interface Outgoing {
    PortalId portal();

    /** The record's key in the feed. */
    String key();

    /** Who a learnerRef is. */
    record Learner(
            PortalId portal, LearnerRef ref, String policyVersion, String name, String email, Instant sharedSince)
            implements Outgoing {
        @Override
        public String key() {
            return ref.toString();
        }

        /** Without name and address. */
        @Override
        public String toString() {
            return "Learner[" + ref + " to " + portal + "]";
        }
    }

    /** What the learner did. */
    record Entry(
            PortalId portal, LearnerRef ref, EventId event, String policyVersion, Instant occurredAt, Activity activity)
            implements Outgoing {
        @Override
        public String key() {
            return ref + "/" + event;
        }
    }

    /** An entry is taken back: a null. */
    record Retraction(PortalId portal, LearnerRef ref, EventId event) implements Outgoing {
        @Override
        public String key() {
            return ref + "/" + event;
        }
    }

    /**
     * Everything under a learnerRef is over.
     *
     * @param decidedAt the offset at which it was decided; it stays here
     */
    record Ended(PortalId portal, LearnerRef ref, String policyVersion, Instant endedAt, long decidedAt)
            implements Outgoing {
        @Override
        public String key() {
            return ref.toString();
        }
    }
}

package io.corporateportals.exporter.model;

/** Why something that may in principle be shared was not. */
public enum DropReason {
    /** The learner has no open assignment whose employer may be told anything. */
    NOT_SHARED,
    /** It stands in the log before the assignment's start. */
    BEFORE_ASSIGNMENT,
    /** It happened before the assignment began: an LMS may repeat an old record after a learner's return. */
    OCCURRED_BEFORE_ASSIGNMENT,
    /** The same event was published from another place in the log. */
    REPEATED,
    /** The portal's feed is parked; it will read the log again. */
    PARKED
}

package io.corporateportals.testbed.oracle;

/**
 * Something that is not as it must be. Names no person.
 *
 * @param portalId the portal, or whatever the feed calls itself
 * @param key the record's key, the assignment or the learner's id
 */
public record Finding(Kind kind, String portalId, String key, String what) {
    /** What kind of thing is not as it must be. */
    public enum Kind {
        /** The feed does not hold what it must. */
        MISSING,
        /** The feed holds what it must not. */
        EXTRA,
        /** A {@code read_committed} reader saw an entry more than once. */
        DUPLICATED,
        /** The feed still holds what belongs to an assignment that has ended, or does not say that it has. */
        UNRETRACTED,
        /** The feed showed, if only for a moment and to a careless reader, what it must not. */
        LEAKED,
        /** The feed showed, if only for a moment, what belongs to another portal. */
        CROSSED,
        /** The announced assignments are not those of the rules. */
        MISPLACED
    }
}

package io.corporateportals.assigner.model;

/**
 * Where in its partition the log told last who a learner is. A record that is replayed from the dead letters counts where
 * it stood first: it must not overtake what came after it.
 *
 * @param identity the offset of the last identity record that was applied
 * @param unreadable the offset of the last record that may have been one; either is {@link #NOWHERE} until there is one
 */
public record Heard(long identity, long unreadable) {
    /** Before the partition's first record. */
    public static final long NOWHERE = -1;

    Heard identityAt(long offset) {
        return new Heard(offset, unreadable);
    }

    Heard unreadableAt(long offset) {
        return new Heard(identity, Math.max(unreadable, offset));
    }
}

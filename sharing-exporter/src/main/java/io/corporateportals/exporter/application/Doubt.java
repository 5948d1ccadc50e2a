package io.corporateportals.exporter.application;

import org.jspecify.annotations.Nullable;

/**
 * Why a partition's position cannot be trusted.
 *
 * @param evidence the two sides that do not fit together
 */
public record Doubt(Reason reason, String evidence) {
    /** Which of the two stores may have lost something. */
    public enum Reason {
        NO_COMMITTED_POSITION("the consumer group has no position that this service has committed"),
        OLD_POSITION("the consumer group's position is an older one: more than that was published"),
        NOT_THE_SAME_POSTGRESQL("PostgreSQL was restored, or is another one than what is on the feeds rests on");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    static Doubt of(@Nullable Standing committed, Ownership owner) {
        if (committed == null) return new Doubt(Reason.NO_COMMITTED_POSITION, "none, " + owner.incarnation());
        boolean isOld =
                committed.batch() < owner.confirmed() && committed.incarnation().equals(owner.incarnation());
        return new Doubt(
                isOld ? Reason.OLD_POSITION : Reason.NOT_THE_SAME_POSTGRESQL,
                committed.incarnation() + " " + committed.batch() + ", " + owner.incarnation());
    }
}

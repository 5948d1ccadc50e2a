package io.corporateportals.testbed.watch;

/**
 * How far one partition of the learners' log has been processed.
 *
 * @param decided the first offset that the assigner has not decided
 * @param sequence the number of the assigner's last change
 * @param exported the first offset that the exporter has not dealt with
 * @param told the last change that the exporter has told to its end
 * @param returning whether a portal reads the log again there
 */
public record Standing(long decided, long sequence, long exported, long told, boolean returning) {
    /**
     * How much is left to do of what there was; 0: nothing.
     *
     * @param end where the log ended
     */
    public long behind(long end) {
        // a partition without a record has no offset to commit
        if (end == 0) return 0;
        long records = Math.max(0, end - Math.min(decided, exported));
        long changes = Math.max(0, sequence - told);
        return records + changes + (returning ? 1 : 0);
    }
}

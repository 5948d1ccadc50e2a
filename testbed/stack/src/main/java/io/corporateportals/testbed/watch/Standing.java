package io.corporateportals.testbed.watch;

/**
 * How far one partition of the learners' log has been processed.
 *
 * @param decided the first offset that the assigner has not decided
 * @param sequence the number of the assigner's last change
 * @param exported the first offset that the exporter has not dealt with
 * @param told the last change that the exporter has told to its end
 */
public record Standing(long decided, long sequence, long exported, long told) {
    /**
     * Whether nothing is left to do.
     *
     * @param end where the log ends
     * @param announced the last change that was announced
     */
    public boolean isAt(long end, long announced) {
        return decided == end && announced == sequence && (end == 0 || (exported == end && told == sequence));
    }
}

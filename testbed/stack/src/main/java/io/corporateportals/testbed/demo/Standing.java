package io.corporateportals.testbed.demo;

/**
 * How far one partition of the learners' log has been processed.
 *
 * @param decided the first offset that the assigner has not decided
 * @param sequence the number of the assigner's last change
 * @param exported the first offset that the exporter has not dealt with
 * @param told the last change that the exporter has told to its end
 */
record Standing(long decided, long sequence, long exported, long told) {
    boolean isAt(long end, long announced) {
        return decided == end && announced == sequence && (end == 0 || (exported == end && told == sequence));
    }
}

package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.Identity.Verdict;
import io.corporateportals.assigner.model.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What one transaction made of its records, counted once it has committed. */
final class Tally {
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<String, Long> changes = new TreeMap<>();

    void clear() {
        records.clear();
        changes.clear();
    }

    void add(Verdict verdict) {
        if (verdict instanceof Verdict.Applied) count(records, "applied");
        if (verdict instanceof Verdict.Ignored ignored)
            count(records, ignored.reason().name());
        if (verdict instanceof Verdict.Refused refused)
            count(records, refused.reason().name());
    }

    void activity() {
        count(records, "activity");
    }

    void unknownType() {
        count(records, "unknown_type");
    }

    void unreadable(Rejection rejection) {
        count(records, rejection.reason());
    }

    void add(List<AssignmentChange> recorded) {
        for (AssignmentChange change : recorded) count(changes, change.kind().name());
    }

    /** How many records came to which end. */
    Map<String, Long> records() {
        return records;
    }

    /** How many changes of which kind there were. */
    Map<String, Long> changes() {
        return changes;
    }

    private static void count(Map<String, Long> counts, String what) {
        counts.merge(what.toLowerCase(Locale.ROOT), 1L, Long::sum);
    }
}

package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All assignments that were announced; a change with a sequence that is not above the last one seen is a repetition. */
final class Announcements {
    private final Map<String, Assignment> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> byLearner = new HashMap<>();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final List<Finding> faults = new ArrayList<>();

    static Announcements of(List<Logged> records) {
        Announcements announcements = new Announcements();
        for (Logged record : records)
            if (record.content() != null) announcements.read(record.partition(), record.content());
        return announcements;
    }

    private void read(int partition, Content change) {
        long sequence = change.number("sequence");
        if (sequence <= sequences.getOrDefault(partition, 0L)) return;
        sequences.put(partition, sequence);
        if (change.number("partition") != partition) fault(change, "is announced in another partition");
        Assignment known = byId.get(change.text("assignmentId"));
        switch (change.name()) {
            case "AssignmentStarted" -> start(change, known);
            case "AssignmentEnded" -> end(change, known);
            case "AssignmentRefreshed" -> {
                if (known == null || known.isEnded()) fault(change, "is refreshed while it is not open");
            }
            default -> fault(change, "is of a type that the contract does not have");
        }
    }

    private void start(Content change, @Nullable Assignment known) {
        if (known != null) fault(change, "starts twice");
        Assignment started = Assignment.started(change);
        List<String> ofLearner = byLearner.computeIfAbsent(started.userId(), id -> new ArrayList<>(1));
        for (String id : ofLearner) {
            Assignment other = byId.get(id);
            if (other != null && !other.isEnded()) fault(change, "starts while another one of the learner is open");
        }
        ofLearner.add(started.id());
        byId.put(started.id(), started);
    }

    private void end(Content change, @Nullable Assignment known) {
        if (known == null || known.isEnded()) {
            fault(change, "ends while it is not open");
            return;
        }
        Assignment ended = known.ended(change);
        if (ended.end() < ended.start()) fault(change, "ends before it starts");
        byId.put(ended.id(), ended);
    }

    private void fault(Content change, String what) {
        faults.add(new Finding(
                Finding.Kind.MISPLACED, change.text("portalId"), change.text("assignmentId"), "an assignment " + what));
    }

    Collection<Assignment> all() {
        return byId.values();
    }

    @Nullable
    Assignment byId(String id) {
        return byId.get(id);
    }

    List<Assignment> of(Learner learner) {
        return byLearner.getOrDefault(learner.userId(), List.of()).stream()
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .toList();
    }

    /** What cannot be, whatever the learners and the portals did. */
    List<Finding> faults() {
        return faults;
    }
}

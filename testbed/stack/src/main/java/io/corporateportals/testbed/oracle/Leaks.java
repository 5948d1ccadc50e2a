package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at everything that a feed ever showed, also to readers who do not wait for a commit. */
final class Leaks {
    private static final String HEARTBEAT = "_heartbeat";
    private static final Set<String> HEARTBEAT_FIELDS = Set.of("portalId", "writtenAt");

    private final Feed feed;
    private final Announcements announcements;
    private final Map<String, Learner> learners;
    private final Records records;

    Leaks(Feed feed, Announcements announcements, Map<String, Learner> learners, Records records) {
        this.feed = feed;
        this.announcements = announcements;
        this.learners = learners;
        this.records = records;
    }

    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        Set<String> ended = new HashSet<>();
        for (Logged record : feed.everything()) {
            Content content = record.content();
            if (content == null) continue;
            String fault = fault(record, content, ended);
            if (fault != null) findings.add(new Finding(kind(record, content), feed.portalId(), record.key(), fault));
        }
        return findings;
    }

    private Finding.Kind kind(Logged record, Content content) {
        Assignment assignment = announcements.byId(record.key().split("/", 2)[0]);
        boolean anothers = !feed.portalId().equals(content.textOrNull("portalId"))
                || (assignment != null && !assignment.portalId().equals(feed.portalId()));
        return anothers ? Finding.Kind.CROSSED : Finding.Kind.LEAKED;
    }

    private @Nullable String fault(Logged record, Content content, Set<String> ended) {
        if (!feed.portalId().equals(content.textOrNull("portalId"))) return "names another portal";
        if (record.key().equals(HEARTBEAT)) {
            boolean isOne = content.name().equals("FeedHeartbeat")
                    && content.fields().keySet().equals(HEARTBEAT_FIELDS);
            return isOne ? null : "a heartbeat that says more";
        }
        int slash = record.key().indexOf('/');
        String ref = slash < 0 ? record.key() : record.key().substring(0, slash);
        if (record.is("SharingEnded")) {
            ended.add(ref);
            Assignment assignment = announcements.byId(ref);
            boolean right = assignment != null && content.equals(records.ended(assignment));
            return right ? null : "an end that was not announced, or says more";
        }
        if (ended.contains(ref)) return content.name() + " after SharingEnded";
        Assignment assignment = announcements.byId(ref);
        if (assignment == null || !assignment.shared() || !assignment.portalId().equals(feed.portalId()))
            return content.name() + " of a learner who is not shared with this portal";
        Learner learner = learners.get(assignment.userId());
        if (learner == null) return content.name() + " of nobody";
        return slash < 0
                ? faultOfLearner(assignment, learner, content)
                : faultOfEntry(assignment, learner, content, record.key().substring(slash + 1));
    }

    private @Nullable String faultOfLearner(Assignment assignment, Learner learner, Content content) {
        for (Account account : learner.during(assignment))
            if (content.equals(records.learner(assignment, account))) return null;
        return "a name or an address that the learner did not have during the assignment";
    }

    private @Nullable String faultOfEntry(Assignment assignment, Learner learner, Content content, String eventId) {
        for (Logged told : learner.activities().getOrDefault(eventId, List.of())) {
            Content activity = told.content();
            if (activity != null
                    && assignment.covers(told, activity)
                    && content.equals(records.entry(assignment, activity))) return null;
        }
        return "an entry that is not of the assignment, or says more";
    }
}

package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Knows what every feed must hold when everything is processed. */
public final class Oracle {
    private final Map<String, Learner> learners = new LinkedHashMap<>();
    private final PortalBook portals;
    private final Announcements announcements;
    private final Records records;

    /**
     * Reads the logs.
     *
     * @param policyVersion the version of the policy in force
     */
    public Oracle(List<Logged> userEvents, List<Logged> portalEvents, List<Logged> assignments, String policyVersion) {
        for (Logged event : userEvents)
            learners.computeIfAbsent(event.key(), key -> new Learner(key, event.partition()))
                    .read(event);
        portals = PortalBook.of(portalEvents);
        announcements = Announcements.of(assignments);
        records = new Records(policyVersion);
    }

    /** All portals that there ever were. */
    public Set<String> portals() {
        return new TreeSet<>(portals.ids());
    }

    /** What the feed of every portal must hold, by its records' keys. */
    public Map<String, Map<String, Content>> feeds() {
        Map<String, Map<String, Content>> feeds = new TreeMap<>();
        for (String portal : portals.ids()) feeds.put(portal, new HashMap<>());
        for (Assignment assignment : announcements.all()) {
            if (!assignment.shared()) continue;
            Map<String, Content> feed = feeds.computeIfAbsent(assignment.portalId(), id -> new HashMap<>());
            if (assignment.isEnded()) feed.put(assignment.id(), records.ended(assignment));
            else shareAll(assignment, feed);
        }
        return feeds;
    }

    private void shareAll(Assignment assignment, Map<String, Content> feed) {
        Learner learner = learners.get(assignment.userId());
        Account now = learner == null ? null : learner.now();
        if (learner == null || now == null) return;
        feed.put(assignment.id(), records.learner(assignment, now));
        learner.activities().forEach((eventId, told) -> {
            for (Logged record : told) {
                Content content = record.content();
                if (content != null && assignment.covers(record, content))
                    feed.putIfAbsent(Records.key(assignment, eventId), records.entry(assignment, content));
            }
        });
    }

    /** Compares feeds with what they must hold; a feed that is not given holds nothing. */
    public List<Finding> compare(Collection<Feed> feeds) {
        Map<String, Map<String, Content>> expected = feeds();
        List<Finding> findings = new ArrayList<>();
        for (Feed feed : feeds) {
            Map<String, Content> wanted = expected.remove(feed.portalId());
            findings.addAll(Comparison.compare(feed, wanted == null ? Map.of() : wanted));
            findings.addAll(shown(feed));
        }
        expected.forEach((portal, wanted) -> wanted.keySet()
                .forEach(key -> findings.add(new Finding(Finding.Kind.MISSING, portal, key, "there is no such feed"))));
        return findings;
    }

    /** What a feed showed and must not have shown, or twice, whatever it holds in the end. */
    public List<Finding> shown(Feed feed) {
        List<Finding> findings = new Leaks(feed, announcements, learners, records).find();
        findings.addAll(Comparison.repeated(feed));
        return findings;
    }

    /** Compares the announced assignments with the rules, as far as the order of learners' and portals' events allows. */
    public List<Finding> misplaced() {
        List<Finding> findings = new ArrayList<>(announcements.faults());
        Placement placement = new Placement(portals, announcements);
        for (Learner learner : learners.values()) findings.addAll(placement.check(learner));
        for (Assignment assignment : announcements.all())
            if (!learners.containsKey(assignment.userId()))
                findings.add(new Finding(
                        Finding.Kind.MISPLACED, assignment.portalId(), assignment.id(), "an assignment of nobody"));
        return findings;
    }

    /** When each learner who left a shared assignment, by a record of the learner's own, did so. */
    public List<Departure> departures() {
        List<Departure> departures = new ArrayList<>();
        for (Assignment assignment : announcements.all()) {
            Learner learner = learners.get(assignment.userId());
            Account leaving = learner == null ? null : learner.leaving(assignment);
            if (assignment.shared() && leaving != null)
                departures.add(new Departure(assignment.portalId(), assignment.id(), leaving.loggedAt()));
        }
        return departures;
    }

    /** Counts what became of everybody and of all they did. */
    public Tally tally() {
        return Tally.of(learners.values(), portals, announcements);
    }
}

package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.oracle.Departure;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.oracle.Logged;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.watch.FeedWatch.Shown;
import io.corporateportals.testbed.watch.Waits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** What the oracle makes of what the feeds hold in the end and of what they showed on the way. */
final class Judgement {
    private final Oracle oracle;
    private final List<Feed> feeds;
    private final List<Feed> shown = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Judgement(Oracle oracle, List<Feed> feeds) {
        this.oracle = oracle;
        this.feeds = feeds;
        shown.addAll(feeds);
        findings.addAll(oracle.compare(feeds));
        findings.addAll(oracle.misplaced());
    }

    /** What live readers were shown, also by topics that are gone. */
    void shownLive(List<Shown> committed, List<Shown> everything) {
        for (Shown topic : everything) show(new Feed(topic.portalId(), List.of(), topic.records()));
        for (Shown topic : committed) show(new Feed(topic.portalId(), topic.records(), topic.records()));
    }

    private void show(Feed live) {
        findings.addAll(oracle.shown(live));
        shown.add(live);
    }

    Verdict verdict(long undecided) {
        long repeated = 0;
        for (Feed feed : feeds) repeated += repeated(feed.everything()) - repeated(feed.committed());
        return new Verdict(List.copyOf(new HashSet<>(findings)), undecided, repeated);
    }

    private static long repeated(List<Logged> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(record -> record.key().contains("/") && record.content() != null && !seen.add(record.key()))
                .count();
    }

    /** From an opt-out to its SharingEnded, by what was going on when the learner left. */
    Map<String, Waits> retractions(LongFunction<String> situation) {
        Map<String, List<Departure>> bySituation = new TreeMap<>();
        for (Departure departure : oracle.departures())
            bySituation
                    .computeIfAbsent(situation.apply(departure.loggedAt()), name -> new ArrayList<>())
                    .add(departure);
        Map<String, Waits> waits = new TreeMap<>();
        bySituation.forEach((name, departures) -> waits.put(name, Waits.of(departures, shown)));
        return waits;
    }
}

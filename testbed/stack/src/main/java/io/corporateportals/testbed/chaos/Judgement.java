package io.corporateportals.testbed.chaos;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.oracle.Logged;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.watch.FeedWatch.Shown;
import io.corporateportals.testbed.watch.Retraction;
import io.corporateportals.testbed.watch.Waits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

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

    /** What is not as it must be. */
    List<Finding> findings() {
        return findings;
    }

    /** Values that only a {@code read_uncommitted} reader saw twice: no fault. */
    long repeatedAndAborted() {
        long repeated = 0;
        for (Feed feed : feeds) repeated += repeated(feed.everything()) - repeated(feed.committed());
        return repeated;
    }

    private static long repeated(List<Logged> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(record -> record.key().contains("/") && record.content() != null && !seen.add(record.key()))
                .count();
    }

    /** From an opt-out to its SharingEnded, by what was going on meanwhile. */
    Map<String, Waits> retractions(Function<Retraction, String> situation) {
        return Retraction.of(oracle.departures(), shown).stream()
                .collect(groupingBy(situation, TreeMap::new, collectingAndThen(toList(), Waits::of)));
    }
}

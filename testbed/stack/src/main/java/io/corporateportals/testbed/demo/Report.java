package io.corporateportals.testbed.demo;

import io.corporateportals.testbed.lms.Replay;
import io.corporateportals.testbed.lms.oulad.Cleaning;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.oracle.Finding.Kind;
import io.corporateportals.testbed.oracle.Tally;
import io.corporateportals.testbed.watch.Waits;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** What a person is told of a run. Names no learner. */
final class Report {
    private static final String ROW = "%-18s %9s %9s %10s %10s   %s";
    private static final int FINDINGS = 20;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(Replay replay, Cleaning cleaning, Outcome outcome) {
        table(outcome);
        line("");
        line(
                "%,d rows as %,d events of %,d learners, %,d of them sent twice; %,d results are not marked, %,d were banked"
                        + " before and left out, %,d belong to nobody and were left out",
                cleaning.rows(),
                replay.events().size(),
                replay.learners(),
                replay.repeated(),
                cleaning.notMarked(),
                cleaning.banked(),
                cleaning.orphaned());
        outcome.refusals().forEach(refusal -> line("refused to %s", refusal));
        Waits waits = outcome.waits();
        line(
                "from an opt-out to its SharingEnded: p50 %,d ms  p99 %,d ms  (%,d of them)",
                waits.percentile(50), waits.percentile(99), waits.millis().size());
        line("assigned otherwise than the rules say: %d", outcome.count(Kind.MISPLACED));
        line(
                "missing %d  extra %d  leaked %d",
                outcome.count(Kind.MISSING),
                outcome.count(Kind.EXTRA, Kind.DUPLICATED, Kind.UNRETRACTED),
                outcome.count(Kind.LEAKED, Kind.CROSSED));
        findings(outcome);
    }

    private void table(Outcome outcome) {
        Map<String, Feed> feeds = new HashMap<>();
        for (Feed feed : outcome.feeds()) feeds.put(feed.portalId(), feed);
        line(ROW, "portal", "learners", "entries", "opted out", "retracted", "withheld");
        outcome.tally().portals().forEach((portal, counts) -> {
            Feed feed = feeds.get(portal);
            long entries = feed == null ? 0 : entries(feed);
            long retracted = feed == null ? 0 : everShown(feed) - entries;
            row(portal, counts.learners(), entries, counts.leftByThemselves(), retracted, withheld(counts));
        });
        Tally tally = outcome.tally();
        line(
                ROW,
                "(no portal)",
                number(tally.elsewhere()),
                "",
                "",
                "",
                String.format(
                        Locale.ROOT,
                        "%,d of theirs, %,d of members before or after their time",
                        tally.elsewhereActivities(),
                        tally.outside()));
    }

    private static String withheld(Tally.OfPortal counts) {
        StringJoiner reasons = new StringJoiner(", ");
        if (counts.unshared() > 0) reasons.add(number(counts.unshared()) + " " + counts.whyUnshared());
        if (counts.early() > 0) reasons.add(number(counts.early()) + " from before they belonged to it");
        return reasons.toString();
    }

    private static long entries(Feed feed) {
        return feed.live().keySet().stream().filter(key -> key.contains("/")).count();
    }

    private static long everShown(Feed feed) {
        Set<String> shown = new HashSet<>();
        feed.committed().forEach(record -> {
            if (record.content() != null && record.key().contains("/")) shown.add(record.key());
        });
        return shown.size();
    }

    private void findings(Outcome outcome) {
        outcome.findings().stream().limit(FINDINGS).forEach(this::finding);
        int more = outcome.findings().size() - FINDINGS;
        if (more > 0) line("and %,d more", more);
    }

    private void finding(Finding finding) {
        line("%s %s %s: %s", finding.kind(), finding.portalId(), finding.key(), finding.what());
    }

    private void row(String portal, long learners, long entries, long optedOut, long retracted, String withheld) {
        line(ROW, portal, number(learners), number(entries), number(optedOut), number(retracted), withheld);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

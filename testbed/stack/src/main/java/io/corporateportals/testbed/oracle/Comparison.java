package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what a feed holds in the end with what it must hold. */
final class Comparison {
    private static final String HEARTBEAT = "_heartbeat";

    private Comparison() {}

    static List<Finding> compare(Feed feed, Map<String, Content> expected) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Content> live = new HashMap<>(feed.live());
        live.remove(HEARTBEAT);
        expected.forEach((key, wanted) -> {
            Content found = live.get(key);
            if (!wanted.equals(found))
                findings.add(finding(
                        feed,
                        isEnd(wanted) ? Finding.Kind.UNRETRACTED : Finding.Kind.MISSING,
                        key,
                        wanted.name() + " is not there"));
        });
        live.forEach((key, found) -> {
            Content wanted = expected.get(key);
            if (!found.equals(wanted))
                findings.add(finding(
                        feed,
                        isEnd(expected.get(key.split("/", 2)[0])) ? Finding.Kind.UNRETRACTED : Finding.Kind.EXTRA,
                        key,
                        wanted == null ? found.name() + " must not be there" : "says something else"));
        });
        return findings;
    }

    /** A committed entry is seen once; a learner may be told of again, and an end repeated. */
    static List<Finding> repeated(Feed feed) {
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Logged record : feed.committed())
            if (record.key().contains("/") && record.content() != null && !seen.add(record.key()))
                findings.add(finding(feed, Finding.Kind.DUPLICATED, record.key(), "an entry that was there before"));
        return findings;
    }

    private static boolean isEnd(@Nullable Content content) {
        return content != null && content.name().equals("SharingEnded");
    }

    private static Finding finding(Feed feed, Finding.Kind kind, String key, String what) {
        return new Finding(kind, feed.portalId(), key, what);
    }
}

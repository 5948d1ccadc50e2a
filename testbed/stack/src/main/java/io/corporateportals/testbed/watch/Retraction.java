package io.corporateportals.testbed.watch;

import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Departure;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Logged;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From the record with which a learner left to its SharingEnded.
 *
 * @param leftAt when the one was sent, in milliseconds
 * @param endedAt when the other was
 */
public record Retraction(long leftAt, long endedAt) {
    /** Of those who left, as far as the feeds show their end, for the first time. */
    public static List<Retraction> of(Collection<Departure> departures, Collection<Feed> feeds) {
        Map<String, Long> ended = new HashMap<>();
        for (Feed feed : feeds)
            for (Logged record : feed.committed()) {
                Content content = record.content();
                if (content != null && content.name().equals("SharingEnded"))
                    ended.merge(record.key(), record.timestamp(), Math::min);
            }
        return departures.stream()
                .flatMap(departure -> Stream.ofNullable(ended.get(departure.learnerRef()))
                        .map(end -> new Retraction(departure.loggedAt(), end)))
                .toList();
    }
}

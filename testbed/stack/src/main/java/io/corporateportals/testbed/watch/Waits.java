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
 * How long it took from the record with which a learner left to its SharingEnded.
 *
 * @param millis sorted; between the times at which the two were sent
 */
public record Waits(List<Long> millis) {
    public Waits {
        millis = millis.stream().sorted().toList();
    }

    /** Of those who left, as far as the feeds show their end, for the first time. */
    public static Waits of(Collection<Departure> departures, Collection<Feed> feeds) {
        Map<String, Long> ended = new HashMap<>();
        for (Feed feed : feeds)
            for (Logged record : feed.committed()) {
                Content content = record.content();
                if (content != null && content.name().equals("SharingEnded"))
                    ended.merge(record.key(), record.timestamp(), Math::min);
            }
        return new Waits(departures.stream()
                .flatMap(departure ->
                        Stream.ofNullable(ended.get(departure.learnerRef())).map(end -> end - departure.loggedAt()))
                .toList());
    }

    /** The wait that so many percent did not exceed. */
    public long percentile(int percent) {
        if (millis.isEmpty()) return 0;
        int rank = (int) Math.ceil(percent / 100.0 * millis.size());
        return millis.get(Math.max(rank, 1) - 1);
    }
}

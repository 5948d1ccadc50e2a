package io.corporateportals.testbed.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Departure;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Logged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetractionTest {
    @Test
    void theFirstSharingEndedOfALearnerCounts() {
        Feed feed = feed(record("ref", 500), record("ref", 900), record("other", 600));

        assertThat(Retraction.of(List.of(new Departure("acme", "ref", 300)), List.of(feed)))
                .containsExactly(new Retraction(300, 500));
    }

    private static Feed feed(Logged... records) {
        return new Feed("acme", List.of(records), List.of(records));
    }

    private static Logged record(String key, long timestamp) {
        return new Logged(0, 0, timestamp, key, new Content("io.corporateportals.feed.SharingEnded", Map.of()));
    }
}

package io.corporateportals.testbed.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Departure;
import io.corporateportals.testbed.oracle.Feed;
import io.corporateportals.testbed.oracle.Logged;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void aPercentileIsAWaitThatSoManyDidNotExceed() {
        Waits waits = new Waits(LongStream.rangeClosed(1, 200).boxed().toList());

        assertThat(waits.percentile(50)).isEqualTo(100);
        assertThat(waits.percentile(99)).isEqualTo(198);
        assertThat(new Waits(List.of(7L)).percentile(50)).isEqualTo(7);
        assertThat(new Waits(List.of()).percentile(99)).isZero();
    }

    @Test
    void theFirstSharingEndedOfALearnerCounts() {
        Feed feed = feed(record("ref", 500), record("ref", 900), record("other", 600));

        assertThat(Waits.of(List.of(new Departure("acme", "ref", 300)), List.of(feed))
                        .millis())
                .containsExactly(200L);
    }

    private static Feed feed(Logged... records) {
        return new Feed("acme", List.of(records), List.of(records));
    }

    private static Logged record(String key, long timestamp) {
        return new Logged(0, 0, timestamp, key, new Content("io.corporateportals.feed.SharingEnded", Map.of()));
    }
}

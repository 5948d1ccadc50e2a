package io.corporateportals.testbed.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.oracle.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private final Instant begin = Instant.now();
    private final Told told = new Told(List.of(new Partner("acme", true)), begin);
    private final int stays = told.joins(0);
    private final int leaves = anotherOfThePartition();
    private final Seen seen = new Seen(told, bytes -> new Content("feed.SharingEnded", Map.of("endedAt", leftAt())));

    private int anotherOfThePartition() {
        int learner = told.joins(0);
        while (told.partition(learner) != told.partition(stays)) learner = told.joins(0);
        return learner;
    }

    private long leftAt() {
        return begin.toEpochMilli() + told.leftBy(leaves);
    }

    private String works() {
        told.does(stays);
        return UUID.nameUUIDFromBytes(new byte[] {1}) + "/" + told.lastId();
    }

    private void entry(String key, int at) {
        seen.take("acme", key, new byte[0], at);
    }

    private void end(int at) {
        seen.take("acme", UUID.randomUUID().toString(), new byte[0], at);
    }

    @Test
    void comparesAnEndWithTheEntryBeforeIt() {
        String before = works();
        told.leaves(leaves);
        String after = works();
        entry(before, 100);
        end(130);
        entry(after, 130);

        Lateness lateness = Lateness.of(told, seen);

        assertThat(lateness.behind().millis()).containsExactly(30L);
        assertThat(lateness.overtaken()).isZero();
    }

    @Test
    void anEndMayOvertake() {
        String before = works();
        told.leaves(leaves);
        end(70);
        entry(before, 100);

        assertThat(Lateness.of(told, seen).behind().millis()).containsExactly(-30L);
    }

    @Test
    void anEndThatWasOvertakenIsSeen() {
        told.leaves(leaves);
        String after = works();
        entry(after, 129);
        end(130);

        assertThat(Lateness.of(told, seen).overtaken()).isEqualTo(1);
    }
}

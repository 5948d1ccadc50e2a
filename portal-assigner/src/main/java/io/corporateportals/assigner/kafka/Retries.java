package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Faults;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Partitions whose records cannot be dealt with now, and are tried again for ever: going past them would lose them. The
 * log says so when it begins and when it is over.
 */
@Component
class Retries {
    private static final Logger log = LoggerFactory.getLogger(Retries.class);

    private final Clock clock;
    private final Map<String, Failing> failing = new ConcurrentSkipListMap<>();

    private record Failing(Instant since, String why) {}

    Retries(Clock clock) {
        this.clock = clock;
    }

    /** Does it, and notes whether that worked; what goes wrong is the caller's to try again. */
    void note(TopicPartition partition, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            failed(partition, Faults.inWords(fault));
            throw fault;
        }
        if (failing.remove(partition.toString()) != null) log.info("{} goes on", partition);
    }

    /** Notes that it cannot be gone on with now. */
    void failed(TopicPartition partition, String why) {
        Failing before = failing.get(partition.toString());
        if (before != null && before.why().equals(why)) return;
        failing.put(partition.toString(), new Failing(before == null ? clock.instant() : before.since(), why));
        log.warn("{} is tried again and again: {}", partition, why);
    }

    /** They are another instance's now. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> failing.remove(partition.toString()));
    }

    /** By partition, since when and why. */
    Map<String, String> inWords() {
        Map<String, String> words = new ConcurrentSkipListMap<>();
        failing.forEach(
                (partition, each) -> words.put(partition, "tried again since " + each.since() + ": " + each.why()));
        return words;
    }
}

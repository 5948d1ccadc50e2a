package io.corporateportals.testbed.watch;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.oracle.Content;
import io.corporateportals.testbed.oracle.Logged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What the assigner has announced so far: the LMS's view of it. */
public final class Announced implements AutoCloseable {
    private final LogReader reader;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Logged> assignments = new ArrayList<>();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final Map<String, Content> portals = new TreeMap<>();

    /** From the beginning. */
    public Announced(LogReader reader) {
        this.reader = reader;
        consumer = reader.consumer(IsolationLevel.READ_COMMITTED);
        List<TopicPartition> partitions = new ArrayList<>(LogReader.partitions(consumer, Topics.ASSIGNMENTS.name()));
        partitions.addAll(LogReader.partitions(consumer, Topics.PORTAL_STATUS.name()));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes what is new; waits a little where nothing is. */
    public void read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            Logged logged = reader.logged(record);
            Content content = logged.content();
            if (record.topic().equals(Topics.ASSIGNMENTS.name())) {
                assignments.add(logged);
                if (content != null) sequences.merge(logged.partition(), content.number("sequence"), Math::max);
            } else if (content != null) {
                portals.put(logged.key(), content);
            }
        }
    }

    /** All changes of assignments, in order by partition. */
    public List<Logged> assignments() {
        return assignments;
    }

    /** What portals asked for and did not get, each with the reason. */
    public List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        portals.forEach((portal, status) -> {
            if (!(status.fields().get("refusedDomains") instanceof List<?> refused)) return;
            for (Object each : refused)
                if (each instanceof Content domain)
                    refusals.add(portal + " " + domain.text("domain") + " (" + domain.text("reason") + ")");
        });
        return refusals;
    }

    /** Whether every change that the assigner has decided is announced. */
    public boolean hasAll(Map<Integer, Standing> standings) {
        return standings.entrySet().stream()
                .allMatch(standing -> sequences.getOrDefault(standing.getKey(), 0L)
                        >= standing.getValue().sequence());
    }

    /** Whether the portal and all learners whom it concerns have been decided, as of its event of that time or later. */
    public boolean isDecided(String portal, long occurredAt) {
        Content status = portals.get(portal);
        return status != null
                && status.number("occurredAt") >= occurredAt
                && status.number("learnersDecided") >= status.number("learnersToDecide");
    }

    @Override
    public void close() {
        consumer.close();
    }
}

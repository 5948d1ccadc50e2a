package io.corporateportals.contract.start;

import io.corporateportals.contract.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether the topics on a broker are the contract's, and those that were read before. */
public final class TopicsAtStart {
    private static final String WHAT_TO_DO = " (docs/operations.md, \"The service does not start\")";

    private TopicsAtStart() {}

    /** The ids of the topics by their names; refuses one that is missing, or that has another number of partitions. */
    public static Map<String, String> idsOf(Collection<Topic> needed, Admin admin) {
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(needed.stream().map(Topic::name).toList()).topicNameValues();
        Map<String, String> ids = new HashMap<>();
        for (Topic topic : needed) {
            TopicDescription found = found(topic.name(), Objects.requireNonNull(answers.get(topic.name())));
            int partitions = found.partitions().size();
            if (partitions != topic.partitions())
                throw new StartRefused("topic " + topic.name() + " has " + partitions + " partitions, not "
                        + topic.partitions() + ": make it anew" + WHAT_TO_DO);
            ids.put(topic.name(), found.topicId().toString());
        }
        return ids;
    }

    private static TopicDescription found(String topic, KafkaFuture<TopicDescription> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException)
                throw new StartRefused("topic " + topic + " is missing: make it as docs/contract.md says");
            if (e.getCause() instanceof TimeoutException)
                throw new StartRefused("the broker does not answer: see whether it runs, and KAFKA_BOOTSTRAP");
            throw new StartRefused("topic " + topic + " cannot be looked at (" + kind(e) + "): see to its rights");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while looking at the topics: start again");
        }
    }

    private static String kind(ExecutionException e) {
        return e.getCause() == null
                ? e.getClass().getSimpleName()
                : e.getCause().getClass().getSimpleName();
    }

    /**
     * Refuses a topic that is another than the one that was read: an offset of the one is another record in the other.
     *
     * @param read ids of the topics as they were when they were read first; what is not there was never read
     * @param found ids of the topics as they are now
     */
    public static void requireSame(Map<String, String> read, Map<String, String> found) {
        found.forEach((topic, id) -> {
            String before = read.getOrDefault(topic, id);
            if (!before.equals(id))
                throw new StartRefused("topic " + topic + " was deleted and made anew since it was read (its id is "
                        + id + ", it was " + before + "): bring the old one back, or begin anew" + WHAT_TO_DO);
        });
    }
}

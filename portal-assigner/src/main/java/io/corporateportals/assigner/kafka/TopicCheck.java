package io.corporateportals.assigner.kafka;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Whether the topics are as the contract says. With another number of partitions learners would change theirs. */
@Component
public class TopicCheck {
    private static final List<Topic> NEEDED = List.of(
            Topics.USER_EVENTS,
            Topics.PORTAL_EVENTS,
            Topics.ASSIGNMENTS,
            Topics.PORTAL_STATUS,
            Topics.USER_EVENTS.deadLetters(DeadLetterTopic.SERVICE),
            Topics.PORTAL_EVENTS.deadLetters(DeadLetterTopic.SERVICE));

    private final KafkaProperties kafka;

    TopicCheck(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** Looks at the topics; throws {@link IllegalStateException}, which names the first that is not as it must be. */
    public void check() {
        Map<String, Topic> needed = NEEDED.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            for (TopicDescription found :
                    admin.describeTopics(needed.keySet()).allTopicNames().get().values()) {
                int partitions = needed.get(found.name()).partitions();
                if (found.partitions().size() != partitions)
                    throw new IllegalStateException("topic " + found.name() + " has "
                            + found.partitions().size() + " partitions, not " + partitions
                            + ": create it anew as docs/contract.md says");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the topics cannot be looked at (" + e.getCause().getMessage()
                            + "): create them as docs/contract.md says");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the topics");
        }
    }
}

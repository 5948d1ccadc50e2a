package io.corporateportals.assigner.kafka;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
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
        List<String> names = NEEDED.stream().map(Topic::name).toList();
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get();
            for (Topic topic : NEEDED) {
                int partitions = Objects.requireNonNull(found.get(topic.name()))
                        .partitions()
                        .size();
                if (partitions != topic.partitions())
                    throw new IllegalStateException("topic " + topic.name() + " has " + partitions + " partitions, not "
                            + topic.partitions() + ": create it anew as docs/contract.md says");
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("the topics cannot be looked at (" + cause.getMessage()
                    + "): create them as docs/contract.md says");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the topics");
        }
    }
}

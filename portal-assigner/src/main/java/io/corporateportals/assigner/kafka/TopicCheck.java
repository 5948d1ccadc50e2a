package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Precondition;
import io.corporateportals.assigner.application.TopicsRead;
import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.start.TopicsAtStart;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Whether the topics are as the contract says, and those that are read the ones that the store has read. With another
 * number of partitions learners would change theirs.
 */
@Component
class TopicCheck implements Precondition {
    private static final List<Topic> READ = List.of(Topics.USER_EVENTS, Topics.PORTAL_EVENTS);
    private static final List<Topic> WRITTEN = List.of(
            Topics.ASSIGNMENTS,
            Topics.PORTAL_STATUS,
            Topics.USER_EVENTS.deadLetters(DeadLetterTopic.SERVICE),
            Topics.PORTAL_EVENTS.deadLetters(DeadLetterTopic.SERVICE));

    private final KafkaProperties kafka;
    private final TopicsRead store;

    TopicCheck(KafkaProperties kafka, TopicsRead store) {
        this.kafka = kafka;
        this.store = store;
    }

    @Override
    public void check() {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            Map<String, String> found = TopicsAtStart.idsOf(READ, admin);
            TopicsAtStart.idsOf(WRITTEN, admin);
            TopicsAtStart.requireSame(store.note(found), found);
        }
    }
}

package io.corporateportals.testbed.parts.broker;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Readiness;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the contract that exist before any portal does, on a broker. */
public final class ContractTopics {
    private static final short ONE_REPLICA = 1;

    private final Broker broker;

    /** On {@code broker}, which must be ready. */
    public ContractTopics(Broker broker) {
        this.broker = broker;
    }

    /** Creates those that are missing. */
    public void create() {
        try (Admin admin = broker.admin()) {
            create(admin);
        }
    }

    /** Deletes every topic that is not the broker's own and creates the contract's anew, with nothing in them. */
    public void recreate() {
        try (Admin admin = broker.admin()) {
            Answers.of(
                    admin.deleteTopics(Answers.of(admin.listTopics().names())).all());
            Child child = broker.child();
            Readiness.await(child, () -> admin.listTopics().names().get().isEmpty());
            create(admin);
        }
    }

    /** All of them, dead letters too. */
    public static List<Topic> all() {
        return Stream.concat(
                        Topics.fixed().stream(),
                        Stream.of(
                                Topics.USER_EVENTS.deadLetters("portal-assigner"),
                                Topics.PORTAL_EVENTS.deadLetters("portal-assigner"),
                                Topics.USER_EVENTS.deadLetters("sharing-exporter")))
                .toList();
    }

    /** Creates those that are missing on the broker that {@code admin} talks to. */
    public static void createMissing(Admin admin) {
        Set<String> present = Answers.of(admin.listTopics().names());
        List<NewTopic> missing = all().stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(ContractTopics::asNew)
                .toList();
        Answers.of(admin.createTopics(missing).all());
    }

    private void create(Admin admin) {
        createMissing(admin);
        Set<String> names = all().stream().map(Topic::name).collect(Collectors.toSet());
        Readiness.await(broker.child(), () -> haveLeaders(admin, names));
    }

    private static NewTopic asNew(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA).configs(topic.settings());
    }

    // the controller knows a new topic before the broker serves it
    private static boolean haveLeaders(Admin admin, Collection<String> names) throws Exception {
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.leader() != null);
    }
}

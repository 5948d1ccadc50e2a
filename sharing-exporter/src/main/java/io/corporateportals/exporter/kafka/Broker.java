package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.springframework.context.SmartLifecycle;

/** What must be so on the broker before anything is published: else the service does not start. */
final class Broker implements SmartLifecycle {
    private final Admin admin;
    private volatile boolean checked;

    Broker(Admin admin) {
        this.admin = admin;
    }

    @Override
    public void start() {
        hasEveryPartition(Topics.USER_EVENTS);
        makesNoTopicByItself();
        checked = true;
    }

    private void hasEveryPartition(Topic topic) {
        int partitions = Answers.of(admin.describeTopics(List.of(topic.name())).allTopicNames())
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
        if (partitions != topic.partitions())
            throw new IllegalStateException(
                    topic.name() + " has " + partitions + " partitions, not " + topic.partitions());
    }

    // a producer's mere question for a feed that vanished would make it again
    private void makesNoTopicByItself() {
        Node node = Answers.of(admin.describeCluster().nodes()).iterator().next();
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        Map<ConfigResource, Config> configs =
                Answers.of(admin.describeConfigs(List.of(broker)).all());
        for (Config config : configs.values()) {
            ConfigEntry entry = config.get("auto.create.topics.enable");
            if (entry != null && Boolean.parseBoolean(entry.value()))
                throw new IllegalStateException(
                        "the broker makes topics by itself: set auto.create.topics.enable=false");
        }
    }

    @Override
    public void stop() {
        checked = false;
    }

    @Override
    public boolean isRunning() {
        return checked;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}

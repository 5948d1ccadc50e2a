package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.start.StartRefused;
import io.corporateportals.contract.start.TopicsAtStart;
import io.corporateportals.exporter.application.Precondition;
import io.corporateportals.exporter.application.TopicsRead;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** What must be so on the broker: the log that the assigner has read, and feeds that nobody makes by asking for them. */
final class Broker implements Precondition {
    private final Admin admin;
    private final TopicsRead assigner;

    Broker(Admin admin, TopicsRead assigner) {
        this.admin = admin;
        this.assigner = assigner;
    }

    @Override
    public void check() {
        Map<String, String> found = TopicsAtStart.idsOf(List.of(Topics.USER_EVENTS), admin);
        TopicsAtStart.requireSame(assigner.ids(), found);
        makesNoTopicByItself();
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
                throw new StartRefused("the broker makes topics by itself: set auto.create.topics.enable=false");
        }
    }
}

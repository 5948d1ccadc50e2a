package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.broker.Answers;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Both services are stopped, somebody sets their consumer groups back to the beginning, and they start again; the exporter
 * asks a person.
 */
final class GroupReset implements Fault {
    private final Fleet fleet;
    private final Operator operator;

    GroupReset(Fleet fleet) {
        this.fleet = fleet;
        this.operator = new Operator(fleet);
    }

    @Override
    public String kind() {
        return "groups reset to the beginning";
    }

    @Override
    public Needs needs() {
        return Needs.EVERYTHING;
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void inject() {
        for (Service service : Service.values())
            for (ServiceProcess one : fleet.of(service)) one.child().stopInGoodOrder();
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        for (int partition = 0; partition < Topics.LEARNER_PARTITIONS; partition++)
            beginning.put(new TopicPartition(Topics.USER_EVENTS.name(), partition), new OffsetAndMetadata(0));
        try (Admin admin = fleet.parts().broker().admin()) {
            for (String group : List.of("portal-assigner", "sharing-exporter"))
                Answers.of(admin.alterConsumerGroupOffsets(group, beginning).all());
        }
    }

    @Override
    public void heal() {
        for (Service service : Service.values())
            for (ServiceProcess one : fleet.of(service)) one.child().start();
        for (Service service : Service.values()) fleet.of(service).forEach(ServiceProcess::awaitReady);
        operator.allowRecovery();
    }
}

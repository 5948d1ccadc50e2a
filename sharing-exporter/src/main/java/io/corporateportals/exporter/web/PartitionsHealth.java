package io.corporateportals.exporter.web;

import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.exporter.application.PartitionStates.Asking;
import io.corporateportals.exporter.application.PartitionStates.Retrying;
import io.corporateportals.exporter.application.PartitionStates.Stopped;
import io.corporateportals.exporter.application.PartitionStates.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Which partitions wait for the assigner and since when, which try again, and which need a person. Waiting is no fault of this
 * service: it fails closed, and stays up.
 */
@Component("partitions")
final class PartitionsHealth implements HealthIndicator {
    private final PartitionStates states;

    PartitionsHealth(PartitionStates states) {
        this.states = states;
    }

    @Override
    public Health health() {
        Map<Integer, PartitionStates.State> all = states.all();
        List<String> waiting = new ArrayList<>();
        List<String> retrying = new ArrayList<>();
        List<String> asking = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        all.forEach((partition, state) -> {
            if (state instanceof Waiting since)
                waiting.add(partition + " since " + since.since() + " at offset " + since.offset());
            if (state instanceof Retrying since)
                retrying.add(partition + " since " + since.since() + ": " + since.why());
            if (state instanceof Asking why) asking.add(partition + ": " + why.why());
            if (state instanceof Stopped why) stopped.add(partition + ": " + why.why());
        });
        return (stopped.isEmpty() && asking.isEmpty() ? Health.up() : Health.down())
                .withDetail("owned", all.keySet())
                .withDetail("waitingForAssigner", waiting)
                .withDetail("retrying", retrying)
                .withDetail("waitingForRecovery", asking)
                .withDetail("stopped", stopped)
                .build();
    }
}

package io.corporateportals.exporter.kafka;

import io.corporateportals.exporter.application.FeedEnds;
import io.corporateportals.exporter.model.PortalId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker for the ends of the feeds: the last stable offset against the high watermark. */
final class KafkaFeedEnds implements FeedEnds {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Admin admin;

    KafkaFeedEnds(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Map<PortalId, Long> heldUp(Set<PortalId> portals) {
        Map<PortalId, Long> stable = ends(portals, IsolationLevel.READ_COMMITTED);
        Map<PortalId, Long> all = ends(portals, IsolationLevel.READ_UNCOMMITTED);
        Map<PortalId, Long> heldUp = new HashMap<>();
        stable.forEach((portal, end) -> {
            if (end < all.getOrDefault(portal, end)) heldUp.put(portal, end);
        });
        return heldUp;
    }

    private Map<PortalId, Long> ends(Set<PortalId> portals, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (PortalId portal : portals) wanted.put(FeedPartition.of(portal), OffsetSpec.latest());
        // a feed without a leader answers never: all are asked at once, and waited for together
        ListOffsetsOptions options = new ListOffsetsOptions(isolation);
        options.timeoutMs(PATIENCE_MILLIS);
        ListOffsetsResult answers = admin.listOffsets(wanted, options);
        Map<PortalId, Long> ends = new HashMap<>();
        TimeoutException silence = null;
        for (PortalId portal : portals) {
            try {
                ends.put(
                        portal,
                        Answers.of(answers.partitionResult(FeedPartition.of(portal)))
                                .offset());
            } catch (UnknownTopicOrPartitionException | TopicAuthorizationException parkedElsewhere) {
                // a feed that is missing or forbidden is another alarm's
            } catch (TimeoutException e) {
                silence = e;
            }
        }
        if (ends.isEmpty() && silence != null) throw silence;
        return ends;
    }
}

package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.exporter.model.PortalId;
import org.apache.kafka.common.TopicPartition;

/**
 * The one partition of a feed. It is always named: if somebody gives a feed more of them, what takes an entry back still
 * follows the entry.
 */
final class FeedPartition {
    static final int NUMBER = 0;

    private FeedPartition() {}

    static TopicPartition of(PortalId portal) {
        return new TopicPartition(Topics.employerFeed(portal.value()).name(), NUMBER);
    }
}

package io.corporateportals.exporter.kafka;

import io.corporateportals.exporter.application.Faults;
import io.corporateportals.exporter.model.PortalId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which feeds made a transaction fail, if it was feeds. A broker that is down is no feed's fault. */
final class FeedDiagnosis {
    private static final Logger log = LoggerFactory.getLogger(FeedDiagnosis.class);
    private static final int PATIENCE_SECONDS = 10;

    private final Admin admin;

    FeedDiagnosis(Admin admin) {
        this.admin = admin;
    }

    /** What happened to the records of one transaction. */
    static final class Symptoms {
        private final Map<String, PortalId> feeds;
        private final Set<String> refused = ConcurrentHashMap.newKeySet();
        private volatile @Nullable Exception fault;

        Symptoms(Map<String, PortalId> feeds) {
            this.feeds = feeds;
        }

        Callback of(String feed) {
            return (metadata, fault) -> {
                if (fault != null) this.fault = fault;
                if (fault instanceof TopicAuthorizationException forbidden)
                    refused.addAll(forbidden.unauthorizedTopics());
                if (fault instanceof UnknownTopicOrPartitionException
                        || fault instanceof InvalidTopicException
                        || fault instanceof PolicyViolationException
                        || fault instanceof RecordTooLargeException) refused.add(feed);
            };
        }

        /** Fails if a record is known not to have been written. */
        void check() {
            Exception known = fault;
            if (known != null) throw new KafkaException(known);
        }
    }

    /** Which portals' feeds made it fail; none: something else did. */
    Set<PortalId> unwritable(Symptoms symptoms) {
        Set<PortalId> unwritable = new HashSet<>();
        symptoms.feeds.forEach((feed, portal) -> {
            if (symptoms.refused.contains(feed)) unwritable.add(portal);
        });
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(symptoms.feeds.keySet()).topicNameValues();
        descriptions.forEach((feed, description) -> {
            PortalId portal = symptoms.feeds.get(feed);
            if (portal != null && isGone(description)) unwritable.add(portal);
        });
        return unwritable;
    }

    private static boolean isGone(KafkaFuture<TopicDescription> description) {
        try {
            return description.get(PATIENCE_SECONDS, TimeUnit.SECONDS).partitions().stream()
                    .anyMatch(partition ->
                            partition.leader() == null || partition.leader().isEmpty());
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof TopicAuthorizationException;
        } catch (TimeoutException e) {
            log.warn("feeds cannot be looked at: {}", Faults.inWords(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

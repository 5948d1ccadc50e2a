package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.exporter.application.Faults;
import io.corporateportals.exporter.application.FeedTopics;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.feed.FeedHeartbeat;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics behind the feeds, on the broker. */
final class KafkaFeedTopics implements FeedTopics {
    private static final Logger log = LoggerFactory.getLogger(KafkaFeedTopics.class);
    private static final String HEARTBEAT = "_heartbeat";

    private final Admin admin;
    private final Map<String, Object> producerSettings;
    private final TimelySerializer serializer;
    private final Clock clock;

    KafkaFeedTopics(Admin admin, Map<String, Object> producerSettings, TimelySerializer serializer, Clock clock) {
        this.admin = admin;
        this.producerSettings = Map.copyOf(producerSettings);
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public String make(PortalId portal) {
        Topic feed = Topics.employerFeed(portal.value());
        NewTopic topic = new NewTopic(feed.name(), Optional.of(feed.partitions()), Optional.empty());
        try {
            String id = Answers.of(admin.createTopics(List.of(topic.configs(feed.settings())))
                            .topicId(feed.name()))
                    .toString();
            log.info("feed {} is made", feed.name());
            return id;
        } catch (TopicExistsException e) {
            log.info("feed {} is there already", feed.name());
            return ids(Set.of(portal)).getOrDefault(portal, "");
        } catch (InvalidConfigurationException | PolicyViolationException e) {
            // not allowed, no such replication, no such name, or against the broker's policy
            log.error("the broker refuses to make feed {}: {}", feed.name(), Faults.inWords(e));
            return "";
        }
    }

    @Override
    public Map<PortalId, String> ids(Set<PortalId> portals) {
        Map<String, PortalId> feeds = new HashMap<>();
        for (PortalId portal : portals)
            feeds.put(Topics.employerFeed(portal.value()).name(), portal);
        Map<PortalId, String> ids = new HashMap<>();
        admin.describeTopics(feeds.keySet()).topicNameValues().forEach((feed, description) -> {
            PortalId portal = feeds.get(feed);
            if (portal != null) id(description).ifPresent(id -> ids.put(portal, id));
        });
        return ids;
    }

    private static Optional<String> id(KafkaFuture<TopicDescription> description) {
        try {
            return Optional.of(Answers.of(description).topicId().toString());
        } catch (UnknownTopicOrPartitionException | TopicAuthorizationException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isEmpty(PortalId portal) {
        TopicPartition feed = FeedPartition.of(portal);
        return Answers.of(admin.listOffsets(Map.of(feed, OffsetSpec.latest())).partitionResult(feed))
                        .offset()
                == 0;
    }

    @Override
    public Map<PortalId, Missed> beat(Set<PortalId> portals) {
        if (portals.isEmpty()) return Map.of();
        Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
        List<ProducerRecord<String, byte[]>> beats = new ArrayList<>();
        Map<String, PortalId> feeds = new HashMap<>();
        for (PortalId portal : portals) {
            String feed = Topics.employerFeed(portal.value()).name();
            feeds.put(feed, portal);
            beats.add(new ProducerRecord<>(
                    feed,
                    FeedPartition.NUMBER,
                    HEARTBEAT,
                    serializer.serialize(feed, new FeedHeartbeat(portal.value(), now))));
        }
        Map<PortalId, Missed> missed = new ConcurrentHashMap<>();
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(producerSettings, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> beat : beats)
                send(
                        producer,
                        beat,
                        fault -> missed.put(Objects.requireNonNull(feeds.get(beat.topic())), why(beat.topic(), fault)));
            producer.flush();
        }
        return missed;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    private static void send(
            Producer<String, byte[]> producer, ProducerRecord<String, byte[]> beat, Consumer<Exception> failed) {
        producer.send(beat, (metadata, fault) -> {
            if (fault != null) failed.accept(fault);
        });
    }

    private static Missed why(String feed, Exception fault) {
        if (fault instanceof TopicAuthorizationException) return Missed.REFUSED;
        log.warn("{} got no heartbeat: {}", feed, Faults.inWords(fault));
        return Missed.UNANSWERED;
    }
}

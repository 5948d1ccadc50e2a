package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.exporter.application.FeedEnds;
import io.corporateportals.exporter.application.FeedKeeper;
import io.corporateportals.exporter.application.FeedTopics;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Observer;
import io.corporateportals.exporter.application.Pace;
import io.corporateportals.exporter.application.ParkedFeeds;
import io.corporateportals.exporter.application.PartitionLoop;
import io.corporateportals.exporter.application.PartitionLoop.Surroundings;
import io.corporateportals.exporter.application.PartitionStates;
import io.corporateportals.exporter.application.Precondition;
import io.corporateportals.exporter.application.Publications;
import io.corporateportals.exporter.application.Recovery;
import io.corporateportals.exporter.application.SteadyClock;
import io.corporateportals.exporter.application.TopicsRead;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clients, set up by Spring Boot's properties; the loops are our own. */
@Configuration(proxyBeanMethods = false)
class KafkaWiring {
    @Bean
    RecordReader recordReader(KafkaProperties kafka) {
        return new RecordReader(URI.create(registry(kafka)));
    }

    @Bean
    Admin admin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    TimelySerializer feedSerializer(
            KafkaProperties kafka, @Value("${spring.kafka.producer.value-serializer}") String serializer) {
        return new TimelySerializer(serializer, serde(kafka, kafka.buildProducerProperties()));
    }

    @Bean
    FeedTopics feedTopics(Admin admin, KafkaProperties kafka, TimelySerializer serializer, Clock clock) {
        return new KafkaFeedTopics(admin, kafka.buildProducerProperties(), serializer, clock);
    }

    @Bean
    FeedEnds feedEnds(Admin admin) {
        return new KafkaFeedEnds(admin);
    }

    @Bean
    Publications publications(
            Admin admin, KafkaProperties kafka, @Value("${exporter.feed-deserializer}") String deserializer)
            throws ClassNotFoundException {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        Deserializer<?> values = Utils.newInstance(deserializer, Deserializer.class);
        values.configure(serde(kafka, settings), false);
        return new KafkaPublications(admin, settings, values);
    }

    @Bean
    Precondition broker(Admin admin, TopicsRead assigner) {
        return new AskedOfBroker(new Broker(admin, assigner));
    }

    @Bean
    Precondition feedsAtStart(FeedKeeper keeper) {
        return new AskedOfBroker(keeper::parkReplaced);
    }

    @Bean
    Precondition registryCheck(KafkaProperties kafka) {
        return new RegistryCheck(URI.create(registry(kafka)));
    }

    @Bean
    Surroundings surroundings(
            Ledger ledger,
            ParkedFeeds parked,
            FeedKeeper keeper,
            Recovery recovery,
            Observer observer,
            PartitionStates states,
            Pace pace,
            SteadyClock steady,
            KafkaProperties kafka,
            RecordReader reader,
            TimelySerializer serializer,
            Admin admin,
            ObjectProvider<GroupMembership> membership) {
        KafkaClients clients = new KafkaClients(
                kafka.buildConsumerProperties(),
                kafka.buildProducerProperties(),
                reader,
                serializer,
                () -> metadata(membership),
                new FeedDiagnosis(admin));
        return new Surroundings(ledger, parked, keeper, recovery, clients, observer, states, pace, steady);
    }

    private static ConsumerGroupMetadata metadata(ObjectProvider<GroupMembership> membership) {
        return membership.getObject().metadata();
    }

    @Bean
    GroupMembership groupMembership(KafkaProperties kafka, Surroundings world) {
        return new GroupMembership(
                kafka.buildConsumerProperties(), (partition, tenure) -> new PartitionLoop(partition, tenure, world));
    }

    // what the configuration says prevails
    private static Map<String, Object> serde(KafkaProperties kafka, Map<String, Object> configured) {
        Map<String, Object> settings = new HashMap<>(SerdeSettings.forRegistry(registry(kafka)));
        settings.putAll(configured);
        return settings;
    }

    private static String registry(KafkaProperties kafka) {
        return Objects.requireNonNull(kafka.getProperties().get("schema.registry.url"), "no schema.registry.url");
    }
}

package io.corporateportals.assigner.kafka;

import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.RecordReader;
import io.corporateportals.contract.writing.TimelySerializer;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The containers that poll. */
@Configuration(proxyBeanMethods = false)
class KafkaWiring {
    /** Without it, a consumer that is not allowed to read or to log in would end for ever, and in silence. */
    private static final Duration UNTIL_ALLOWED = Duration.ofSeconds(2);

    @Bean
    RecordReader recordReader(@Value("${assigner.registry-url}") URI registry) {
        return new RecordReader(registry);
    }

    @Bean
    TimelySerializer announcementSerializer(
            @Value("${spring.kafka.producer.value-serializer}") String serializer,
            @Value("${assigner.registry-url}") String registry) {
        return new TimelySerializer(serializer, SerdeSettings.forRegistry(registry));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> userEventsContainer(
            ConsumerFactory<byte[], byte[]> consumers,
            UserEventsListener listener,
            @Value("${assigner.concurrency}") int concurrency) {
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                container(consumers, Topics.USER_EVENTS.name(), "user-events");
        container.setConcurrency(concurrency);
        listener.listenIn(container);
        return container;
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> portalEventsContainer(
            ConsumerFactory<byte[], byte[]> consumers, PortalEventsListener listener) {
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                container(consumers, Topics.PORTAL_EVENTS.name(), "portal-events");
        listener.listenIn(container);
        return container;
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            ConsumerFactory<byte[], byte[]> consumers, String topic, String name) {
        ConcurrentKafkaListenerContainerFactory<byte[], byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setBatchListener(true);
        factory.getContainerProperties().setAuthExceptionRetryInterval(UNTIL_ALLOWED);
        ConcurrentMessageListenerContainer<byte[], byte[]> container = factory.createContainer(topic);
        container.setBeanName(name);
        return container;
    }
}

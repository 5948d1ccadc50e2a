package io.corporateportals.assigner.kafka;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.RecordReader;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** The containers that poll. What fails is tried again until it works: going past it would lose it. */
@Configuration(proxyBeanMethods = false)
class KafkaWiring {
    private static final long PAUSE_MILLIS = 1000;

    @Bean
    RecordReader recordReader(@Value("${assigner.registry-url}") URI registry) {
        return new RecordReader(registry);
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
        factory.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        ConcurrentMessageListenerContainer<byte[], byte[]> container = factory.createContainer(topic);
        container.setBeanName(name);
        return container;
    }
}

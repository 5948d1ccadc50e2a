package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.PortalCatalogue;
import io.corporateportals.assigner.application.PortalEvents;
import io.corporateportals.assigner.application.PortalEvents.Place;
import io.corporateportals.assigner.model.Rejection;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reading.NoKey;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reading.Unreadable;
import io.corporateportals.contract.reading.RecordReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.stereotype.Component;

/** Reads {@code lms.portal-events}. What cannot be read goes to the dead letters, and the portal stays as it is. */
@Component
class PortalEventsListener {
    private static final TopicPartition THE_ONE = new TopicPartition(Topics.PORTAL_EVENTS.name(), 0);

    private final RecordReader reader;
    private final PortalEvents portalEvents;
    private final DeadLetterTopic deadLetters;
    private final StoppedPartitions stopped;
    private final Retries retries;
    private final Positions positions;

    PortalEventsListener(
            RecordReader reader,
            PortalEvents portalEvents,
            PortalCatalogue catalogue,
            DeadLetterTopic deadLetters,
            StoppedPartitions stopped,
            Retries retries) {
        this.reader = reader;
        this.portalEvents = portalEvents;
        this.deadLetters = deadLetters;
        this.stopped = stopped;
        this.retries = retries;
        this.positions = new Positions(partition -> catalogue.progress(), retries, stopped);
    }

    void listenIn(AbstractMessageListenerContainer<byte[], byte[]> container) {
        positions.watch(container);
        container.setCommonErrorHandler(new ReadAgain(positions, retries, stopped));
        container.getContainerProperties().setMessageListener((BatchConsumerAwareMessageListener<byte[], byte[]>)
                (records, consumer) ->
                        retries.note(THE_ONE, () -> on(records, Objects.requireNonNull(consumer), container)));
    }

    @EventListener({ListenerContainerPartitionIdleEvent.class, ConsumerRetryAuthEvent.class})
    void on(KafkaEvent event) {
        positions.on(event);
    }

    private void on(
            List<ConsumerRecord<byte[], byte[]>> records,
            Consumer<?, ?> consumer,
            AbstractMessageListenerContainer<?, ?> container) {
        if (!positions.begun(consumer, THE_ONE)) return;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Reading reading = reader.read(record);
            if (reading instanceof NoKey noKey) {
                stopped.stop(container, consumer, record, noKey.reason());
                return;
            }
            Place place = new Place(positions.of(THE_ONE), record.offset(), SaidAt.of(record));
            long nextOffset = apply(record, reading, place);
            positions.decided(consumer, THE_ONE, nextOffset);
            if (nextOffset < place.position()) return;
        }
    }

    private long apply(ConsumerRecord<byte[], byte[]> record, Reading reading, Place place) {
        if (reading instanceof Understood understood) return portalEvents.apply(PortalRecords.event(understood), place);
        if (!(reading instanceof Unreadable unreadable)) return portalEvents.skip(place, "unknown_type");
        String reason = unreadable.reason().name();
        deadLetters.send(Topics.PORTAL_EVENTS, Map.of(record, new Rejection(reason, unreadable.field())));
        return portalEvents.skip(place, reason);
    }
}

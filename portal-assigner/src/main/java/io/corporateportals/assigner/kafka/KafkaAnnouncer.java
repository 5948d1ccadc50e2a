package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Announcer;
import io.corporateportals.assigner.application.Outbox.Forgotten;
import io.corporateportals.assigner.application.Outbox.Numbered;
import io.corporateportals.assigner.application.Outbox.PortalStatus;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Announces in one Kafka transaction at a time, under one transactional id: a second producer shuts the first one out. */
@Component
class KafkaAnnouncer implements Announcer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private @Nullable Producer<String, @Nullable SpecificRecord> producer;

    KafkaAnnouncer(KafkaProperties kafka, @Value("${assigner.registry-url}") String registryUrl) {
        settings = new HashMap<>(kafka.buildProducerProperties());
        settings.putAll(SerdeSettings.forRegistry(registryUrl));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "portal-assigner");
        // not compressed: not every client can read every codec
    }

    @Override
    public void open() {
        close();
        Producer<String, @Nullable SpecificRecord> opened = new KafkaProducer<>(settings);
        producer = opened;
        opened.initTransactions();
    }

    @Override
    public void announce(List<Numbered> changes, List<Forgotten> forgotten, List<PortalStatus> statuses) {
        Producer<String, @Nullable SpecificRecord> open = Objects.requireNonNull(producer, "not open");
        open.beginTransaction();
        for (Numbered each : changes)
            send(open, to(each.partition(), each.change().assignment().user().value(), AnnouncementRecords.of(each)));
        for (Forgotten each : forgotten)
            send(open, to(each.partition(), each.user().value(), null));
        for (PortalStatus each : statuses)
            send(
                    open,
                    new ProducerRecord<>(
                            Topics.PORTAL_STATUS.name(), each.portal().value(), AnnouncementRecords.of(each)));
        open.commitTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a record that cannot be sent fails the commit
    private static void send(
            Producer<String, @Nullable SpecificRecord> producer,
            ProducerRecord<String, @Nullable SpecificRecord> record) {
        producer.send(record);
    }

    private static ProducerRecord<String, @Nullable SpecificRecord> to(
            int partition, String key, @Nullable SpecificRecord value) {
        return new ProducerRecord<>(Topics.ASSIGNMENTS.name(), partition, key, value);
    }

    @Override
    public void close() {
        if (producer != null) producer.close(PATIENCE);
        producer = null;
    }
}

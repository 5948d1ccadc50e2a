package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Announcer;
import io.corporateportals.assigner.application.Outbox.Forgotten;
import io.corporateportals.assigner.application.Outbox.Numbered;
import io.corporateportals.assigner.application.Outbox.PortalStatus;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.writing.TimelySerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Announces in one Kafka transaction at a time, under one transactional id: a second producer shuts the first one out. */
@Component
class KafkaAnnouncer implements Announcer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final TimelySerializer serializer;
    private @Nullable Producer<String, byte @Nullable []> producer;

    KafkaAnnouncer(KafkaProperties kafka, TimelySerializer serializer) {
        this.serializer = serializer;
        settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "portal-assigner");
        // not compressed: not every client can read every codec
    }

    @Override
    public void open() {
        close();
        Producer<String, byte @Nullable []> opened =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer = opened;
        opened.initTransactions();
    }

    @Override
    public void announce(List<Numbered> changes, List<Forgotten> forgotten, List<PortalStatus> statuses) {
        Producer<String, byte @Nullable []> open = Objects.requireNonNull(producer, "not open");
        List<ProducerRecord<String, byte @Nullable []>> records = new ArrayList<>();
        for (Numbered each : changes)
            records.add(to(each.partition(), each.change().assignment().user().value(), AnnouncementRecords.of(each)));
        for (Forgotten each : forgotten)
            records.add(to(each.partition(), each.user().value(), null));
        for (PortalStatus each : statuses)
            records.add(new ProducerRecord<>(
                    Topics.PORTAL_STATUS.name(),
                    each.portal().value(),
                    serializer.serialize(Topics.PORTAL_STATUS.name(), AnnouncementRecords.of(each))));
        // only now: a registry that is slow must not hold up the topics' readers
        open.beginTransaction();
        for (ProducerRecord<String, byte @Nullable []> record : records) send(open, record);
        open.commitTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a record that cannot be sent fails the commit
    private static void send(
            Producer<String, byte @Nullable []> producer, ProducerRecord<String, byte @Nullable []> record) {
        producer.send(record);
    }

    private ProducerRecord<String, byte @Nullable []> to(int partition, String key, @Nullable SpecificRecord value) {
        String topic = Topics.ASSIGNMENTS.name();
        return new ProducerRecord<>(topic, partition, key, value == null ? null : serializer.serialize(topic, value));
    }

    @Override
    public void close() {
        if (producer != null) producer.close(PATIENCE);
        producer = null;
    }
}

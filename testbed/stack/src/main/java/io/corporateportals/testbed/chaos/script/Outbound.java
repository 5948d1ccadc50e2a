package io.corporateportals.testbed.chaos.script;

import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topic;
import io.corporateportals.contract.reading.RegistryUnavailable;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.testbed.watch.Pause;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends what the LMS tells. Patient: a broker or a registry that is away for minutes loses nothing and changes no order. */
final class Outbound implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 600_000;
    private static final int ASK_EVERY_MILLIS = 100;

    private final Producer<String, byte[]> producer;
    private final TimelySerializer serializer;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    Outbound(String bootstrapServers, String registryUrl) {
        serializer = new TimelySerializer(SerdeSettings.SERIALIZER, SerdeSettings.forRegistry(registryUrl));
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** The record's bytes. A registry that is not well, or whose PostgreSQL is not, is asked again. */
    byte[] bytes(Topic topic, SpecificRecord record) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                return serializer.serialize(topic.name(), record);
            } catch (RegistryUnavailable fault) {
                if (System.nanoTime() > end) throw fault;
                Pause.millis(ASK_EVERY_MILLIS);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    void send(Topic topic, String key, byte[] value) {
        String fault = failure.get();
        if (fault != null) throw new IllegalStateException("the LMS could not send: " + fault);
        producer.send(new ProducerRecord<>(topic.name(), key, value), (sent, objection) -> {
            if (objection != null)
                failure.compareAndSet(null, objection.getClass().getSimpleName());
        });
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}

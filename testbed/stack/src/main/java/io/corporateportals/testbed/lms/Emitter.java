package io.corporateportals.testbed.lms;

import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the LMS's events, many on their way at once, those of one learner in order: the producer is idempotent, and the
 * partition follows from the key. {@code AvroLimits} must be set.
 */
public final class Emitter implements AutoCloseable {
    private final Producer<String, SpecificRecord> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private @Nullable Topic last;

    /** To the broker, with the schemas of the registry. */
    public Emitter(String bootstrapServers, String registryUrl) {
        Map<String, Object> settings = new HashMap<>(SerdeSettings.forRegistry(registryUrl));
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, SerdeSettings.SERIALIZER);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer = new KafkaProducer<>(settings);
    }

    /** Sends an event; what was told of learners before a portal's event is there before it, and the reverse. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    public void emit(LmsEvent event) {
        if (last != null && !last.equals(event.topic())) flush();
        last = event.topic();
        throwFailure();
        producer.send(new ProducerRecord<>(event.topic().name(), event.key(), event.record()), (sent, fault) -> {
            if (fault != null) failure.compareAndSet(null, fault);
        });
    }

    /** Returns when all that was sent has arrived. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    // without the cause's message: a serializer's may hold what was to be sent
    private void throwFailure() {
        Exception fault = failure.get();
        if (fault != null)
            throw new IllegalStateException(
                    "the LMS could not send: " + fault.getClass().getSimpleName());
    }

    @Override
    public void close() {
        producer.close();
    }
}

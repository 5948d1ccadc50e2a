package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.Replayed;
import io.corporateportals.operations.CannotGoOn;
import io.corporateportals.operations.RunningSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records to the topic that they were emitted to: same key, same bytes, and where they stood first. */
final class FrontDoor implements AutoCloseable {
    private final Producer<byte[], byte @Nullable []> producer;

    FrontDoor(RunningSystem system) {
        Map<String, Object> settings = new HashMap<>(system.kafka());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends the letters' records in this order and returns when the broker has them all. */
    void send(List<Letter> letters) {
        List<Future<?>> sent = new ArrayList<>();
        for (Letter letter : letters) sent.add(producer.send(record(letter)));
        for (Future<?> each : sent) await(each);
    }

    private static ProducerRecord<byte[], byte @Nullable []> record(Letter letter) {
        Topic topic =
                letter.first().topic().equals(Topics.PORTAL_EVENTS.name()) ? Topics.PORTAL_EVENTS : Topics.USER_EVENTS;
        byte[] key = Objects.requireNonNull(letter.key());
        ProducerRecord<byte[], byte @Nullable []> record =
                new ProducerRecord<>(topic.name(), topic.partitionOf(key), key, letter.value());
        Replayed.mark(record.headers(), letter.first());
        return record;
    }

    // The cause stays behind: a producer's exception may print the record.
    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException fault) {
            throw new CannotGoOn("Kafka took only some of the records ("
                    + Objects.requireNonNullElse(fault.getCause(), fault)
                            .getClass()
                            .getSimpleName()
                    + "): run the same command again, nothing is applied twice");
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("interrupted: run the same command again, nothing is applied twice");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.model.Rejection;
import io.corporateportals.contract.Topic;
import io.corporateportals.contract.deadletter.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Takes records that cannot be processed, byte for byte, with where they came from and why: {@link DeadLetter}. */
@Component
class DeadLetterTopic implements AutoCloseable {
    /** The service's name in its dead letters' topics. */
    static final String SERVICE = "portal-assigner";

    // a record as large as the input allows, and its headers
    private static final int LARGEST = 4 * 1024 * 1024;

    // the partitions of a poll wait meanwhile
    private static final int PATIENCE_MILLIS = 10_000;

    private final Producer<byte[], byte[]> producer;

    DeadLetterTopic(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        producer = new KafkaProducer<>(settings);
    }

    /** Sends the records and returns when the broker has them all. */
    void send(Topic input, Map<ConsumerRecord<byte[], byte[]>, Rejection> rejected) {
        List<Future<?>> sent = new ArrayList<>();
        rejected.forEach((record, rejection) -> {
            Future<?> one = producer.send(letter(input, record, rejection));
            // a topic that is missing would be waited for with each further record
            if (one.isDone()) await(one);
            sent.add(one);
        });
        for (Future<?> each : sent) await(each);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            Topic input, ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                input.deadLetters(SERVICE).name(), record.partition(), record.key(), record.value());
        DeadLetter.write(letter.headers(), record, rejection.reason(), rejection.field());
        return letter;
    }

    // The cause stays behind: a producer's exception may print the record.
    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new DeadLettersUnavailable(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLettersUnavailable(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** A dead letter could not be written, so nothing of its batch was decided. */
    static final class DeadLettersUnavailable extends RuntimeException {
        DeadLettersUnavailable(Throwable cause) {
            super("a dead letter could not be written: " + cause.getClass().getName());
        }
    }
}

package io.corporateportals.contract.writing;

import io.corporateportals.contract.reading.RegistryUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes with a registry's serializer, which asks the registry the first time it writes a schema and waits as long as the
 * registry likes: here nobody waits longer than {@link #PATIENCE}, and a schema that was written once is asked for no more.
 * Safe for use by many threads.
 */
public final class TimelySerializer implements AutoCloseable {
    /** How long a registry may take to answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Serializer<SpecificRecord>> opening;
    private final Duration patience;
    private final Map<Schema, Serializer<SpecificRecord>> known = new ConcurrentHashMap<>();
    private Serializer<SpecificRecord> asking;

    /**
     * Asks nothing yet.
     *
     * @param serializer the name of a class that serializes Avro records
     * @param settings of that serializer
     */
    public TimelySerializer(String serializer, Map<String, ?> settings) {
        this(() -> open(serializer, settings), PATIENCE);
    }

    TimelySerializer(Supplier<Serializer<SpecificRecord>> opening, Duration patience) {
        this.opening = opening;
        this.patience = patience;
        this.asking = opening.get();
    }

    @SuppressWarnings("unchecked") // the configured class writes Avro records
    private static Serializer<SpecificRecord> open(String serializer, Map<String, ?> settings) {
        try {
            Serializer<SpecificRecord> opened = Utils.newInstance(serializer, Serializer.class);
            opened.configure(settings, false);
            return opened;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no such serializer: " + serializer, e);
        }
    }

    /**
     * The record's bytes.
     *
     * @throws RegistryUnavailable if the registry did not say in time what the schema's id is: try again. Its causes' types
     *     may be logged; their messages are other people's
     */
    public byte[] serialize(String topic, SpecificRecord record) {
        Serializer<SpecificRecord> knowing = known.get(record.getSchema());
        return knowing != null ? knowing.serialize(topic, record) : ask(topic, record);
    }

    private byte[] ask(String topic, SpecificRecord record) {
        Serializer<SpecificRecord> asked = asking();
        FutureTask<byte[]> answer = new FutureTask<>(() -> asked.serialize(topic, record));
        Thread thread = new Thread(answer, "registry");
        thread.setDaemon(true);
        thread.start();
        try {
            byte[] bytes = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            known.put(record.getSchema(), asked);
            return bytes;
        } catch (ExecutionException e) {
            throw unavailable(record, "gave no id", e);
        } catch (TimeoutException e) {
            // its connection may be dead: whoever asks next asks on another one
            replace(asked);
            throw unavailable(record, "did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(record, "not waited for", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static RegistryUnavailable unavailable(SpecificRecord record, String why, Throwable cause) {
        return new RegistryUnavailable(record.getSchema().getFullName(), why, cause);
    }

    private synchronized Serializer<SpecificRecord> asking() {
        return asking;
    }

    private synchronized void replace(Serializer<SpecificRecord> silent) {
        if (asking != silent) return;
        asking = opening.get();
        if (known.containsValue(silent)) return;
        // nor may its end be waited for
        Thread closing = new Thread(silent::close, "registry-closing");
        closing.setDaemon(true);
        closing.start();
    }

    @Override
    public synchronized void close() {
        asking.close();
        known.values().forEach(Serializer::close);
    }
}

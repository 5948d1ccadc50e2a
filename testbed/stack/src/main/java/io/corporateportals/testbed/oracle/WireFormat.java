package io.corporateportals.testbed.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format with the schema that the writer used: a field that is there is seen, whether the contract
 * knows it or not.
 */
public final class WireFormat {
    // a registry that is on its feet again, or whose PostgreSQL is, needs a moment
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long ASK_EVERY_MILLIS = 100;

    private final String registryUrl;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new ConcurrentHashMap<>();

    /** With the schemas of the registry at this base URL. */
    public WireFormat(String registryUrl) {
        this.registryUrl = registryUrl;
    }

    /** What the bytes say; null for null. */
    public @Nullable Content read(byte @Nullable [] bytes) {
        if (bytes == null) return null;
        ByteBuffer head = ByteBuffer.wrap(bytes);
        if (head.get() != 0) throw new IllegalArgumentException("not Confluent's wire format");
        GenericDatumReader<GenericRecord> reader = readers.computeIfAbsent(head.getInt(), this::readerOf);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, head.position(), head.remaining(), null);
        try {
            return content(reader.read(null, decoder));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What the bytes say, {@link Content#UNREADABLE} if nobody can tell; null for null. */
    public @Nullable Content readIfPossible(byte @Nullable [] bytes) {
        try {
            return read(bytes);
        } catch (UncheckedIOException fault) {
            // an id that the registry does not know, or too few bytes; a registry that does not answer is another
            // matter
            if (fault.getCause() instanceof FileNotFoundException || fault.getCause() instanceof EOFException)
                return Content.UNREADABLE;
            throw fault;
        } catch (AvroRuntimeException | IllegalArgumentException | BufferUnderflowException fault) {
            return Content.UNREADABLE;
        }
    }

    private GenericDatumReader<GenericRecord> readerOf(int id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new GenericDatumReader<>(schema(id));
            } catch (FileNotFoundException unknown) {
                throw new UncheckedIOException(unknown);
            } catch (IOException fault) {
                if (System.nanoTime() > end) throw new UncheckedIOException(fault);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASK_EVERY_MILLIS));
            }
        }
    }

    private Schema schema(int id) throws IOException {
        try (InputStream answer =
                URI.create(registryUrl + "/schemas/ids/" + id).toURL().openStream()) {
            return new Schema.Parser()
                    .parse(new ObjectMapper().readTree(answer).get("schema").asText());
        }
    }

    private static Content content(GenericRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields())
            fields.put(field.name(), plain(record.get(field.pos())));
        return new Content(record.getSchema().getFullName(), fields);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof CharSequence || value instanceof GenericEnumSymbol<?>) return value.toString();
        if (value instanceof GenericRecord record) return content(record);
        if (value instanceof Collection<?> all)
            return all.stream().map(each -> plain(each)).toList();
        return value;
    }
}

package io.corporateportals.contract.reading;

import io.corporateportals.contract.reading.WriterSchema.Unknown;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Every schema that the registry was asked for. An id never changes its schema, so a known one outlives the registry; an
 * unknown one may be registered yet, and is asked for again after a while.
 */
final class WriterSchemas {
    static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);
    private static final int UNKNOWN_AT_MOST = 10_000;

    private final IntFunction<WriterSchema> registry;
    private final LongSupplier nanoTime;
    private final Map<Integer, WriterSchema> known = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unknownSince = new ConcurrentHashMap<>();

    WriterSchemas(IntFunction<WriterSchema> registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    WriterSchema of(int id) {
        return of(id, nanoTime.getAsLong() - UNKNOWN_FOR.toNanos());
    }

    /** An id that was found unknown before {@code notBefore} is asked for again. */
    WriterSchema of(int id, long notBefore) {
        WriterSchema schema = known.get(id);
        return schema != null ? schema : asked(id, notBefore);
    }

    private WriterSchema asked(int id, long notBefore) {
        Long unknown = unknownSince.get(id);
        if (unknown != null && unknown - notBefore > 0) return new Unknown();
        long asking = nanoTime.getAsLong();
        WriterSchema schema = registry.apply(id);
        if (schema instanceof Unknown) {
            if (unknownSince.size() >= UNKNOWN_AT_MOST) unknownSince.clear();
            unknownSince.put(id, asking);
        } else {
            known.put(id, schema);
        }
        return schema;
    }
}

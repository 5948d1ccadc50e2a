package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Feeds;
import java.lang.reflect.Field;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Producers that are named after their instance. */
final class OwnProducers {
    private OwnProducers() {}

    /** The same feeds with another transactional id. */
    @SuppressWarnings("unchecked")
    static Feeds renamed(Feeds honest) {
        try {
            Field settings = honest.getClass().getDeclaredField("settings");
            settings.setAccessible(true);
            ((Map<String, Object>) settings.get(honest))
                    .merge(
                            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                            "-of-" + ProcessHandle.current().pid(),
                            (id, owner) -> id.toString() + owner);
            return honest;
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException(fault);
        }
    }
}

package io.corporateportals.contract.start;

import io.corporateportals.contract.Schemas;
import io.corporateportals.contract.reading.Registry;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Whether the registry has the schemas that a service reads and writes. */
public final class SubjectsAtStart {
    private SubjectsAtStart() {}

    /**
     * Refuses a registry that answers and does not have all that the service needs. One that does not answer is not taken
     * for an empty one: {@link io.corporateportals.contract.reading.RegistryUnavailable}.
     *
     * @param registry the base URL of its Confluent REST API
     */
    public static void require(List<Schema> read, List<Schema> written, URI registry) {
        Registry asked = new Registry(registry);
        List<String> needed = Stream.of(read, written)
                .flatMap(List::stream)
                .map(Schemas::subject)
                .toList();
        List<String> missing =
                needed.stream().filter(subject -> !asked.has(subject)).toList();
        if (!missing.isEmpty())
            throw new StartRefused("the schema registry lacks " + missing.size() + " of " + needed.size()
                    + " subjects, such as " + missing.get(0)
                    + ": register the schemas, or set REGISTRY_URL to the registry that has them");
    }
}

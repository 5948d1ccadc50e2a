package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.Schemas;
import io.corporateportals.contract.reading.RegistryUnavailable;
import io.corporateportals.contract.start.SubjectsAtStart;
import io.corporateportals.exporter.application.Precondition;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the schema registry has what is read and published. One that does not answer is waited for when it is needed:
 * an outage must not keep a service down that could begin the moment it is over.
 */
final class RegistryCheck implements Precondition {
    private static final Logger log = LoggerFactory.getLogger(RegistryCheck.class);

    private final URI registry;

    RegistryCheck(URI registry) {
        this.registry = registry;
    }

    @Override
    public void check() {
        try {
            SubjectsAtStart.require(Schemas.lms(), Schemas.feeds(), registry);
        } catch (RegistryUnavailable e) {
            log.warn("{}: records wait for it", e.getMessage());
        }
    }
}

package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Precondition;
import io.corporateportals.contract.Schemas;
import io.corporateportals.contract.reading.RegistryUnavailable;
import io.corporateportals.contract.start.SubjectsAtStart;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the schema registry has what is read and announced. One that does not answer is waited for when it is needed:
 * an outage must not keep a service down that could begin the moment it is over.
 */
@Component
class RegistryCheck implements Precondition {
    private static final Logger log = LoggerFactory.getLogger(RegistryCheck.class);

    private final URI registry;

    RegistryCheck(@Value("${assigner.registry-url}") URI registry) {
        this.registry = registry;
    }

    @Override
    public void check() {
        try {
            SubjectsAtStart.require(Schemas.lms(), Schemas.announcements(), registry);
        } catch (RegistryUnavailable e) {
            log.warn("{}: records wait for it", e.getMessage());
        }
    }
}

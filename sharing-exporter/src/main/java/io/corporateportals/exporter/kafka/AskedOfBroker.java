package io.corporateportals.exporter.kafka;

import io.corporateportals.contract.start.StartRefused;
import io.corporateportals.exporter.application.Precondition;
import org.apache.kafka.common.KafkaException;

/** A precondition that only the broker can tell of: where it gives no answer, one line says so, too. */
record AskedOfBroker(Precondition what) implements Precondition {
    @Override
    public void check() {
        try {
            what.check();
        } catch (KafkaException e) {
            throw new StartRefused("the broker gives no answer (" + e.getClass().getSimpleName()
                    + "): see whether it runs, and to this service's rights");
        }
    }
}

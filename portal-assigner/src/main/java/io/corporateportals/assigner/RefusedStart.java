package io.corporateportals.assigner;

import io.corporateportals.contract.start.StartRefused;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a refusal in one line: where a person is to change something, a stack trace is in the way. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedStart implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(RefusedStart.class);

    @Override
    public boolean reportException(Throwable failure) {
        Optional<StartRefused> refused = StartRefused.in(failure);
        refused.ifPresent(refusal -> log.error("not started: {}", refusal.getMessage()));
        return refused.isPresent();
    }
}

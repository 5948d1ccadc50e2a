package io.corporateportals.assigner;

import io.corporateportals.assigner.application.Announcing;
import io.corporateportals.assigner.application.BackFill;
import io.corporateportals.assigner.application.BackFills;
import io.corporateportals.assigner.application.Outbox;
import io.corporateportals.assigner.application.Renewal;
import io.corporateportals.assigner.application.Worker;
import io.corporateportals.assigner.model.AssignmentId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time, randomness, and the threads beside those that poll. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    // what a learner or a portal waits for
    private static final Duration SOON = Duration.ofMillis(100);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Supplier<AssignmentId> newId() {
        return () -> new AssignmentId(UUID.randomUUID());
    }

    @Bean
    Worker backFillWorker(BackFill backFill) {
        return new Worker("back-fill", SOON, backFill::decideChunk, () -> {});
    }

    @Bean
    Worker renewalWorker(Renewal renewal) {
        return new Worker("renewal", Duration.ofSeconds(5), renewal::renewOne, () -> {});
    }

    @Bean
    Worker announcingWorker(Announcing announcing) {
        return new Worker("announcing", SOON, announcing::announce, announcing::stop);
    }

    @Bean
    MeterBinder backlogs(Outbox outbox, BackFills backFills) {
        return (MeterRegistry meters) -> {
            Gauge.builder("assigner.announcements.backlog", outbox, Outbox::backlog)
                    .description("changes that are decided and not announced")
                    .register(meters);
            Gauge.builder("assigner.back.fill.remaining", backFills, BackFills::remaining)
                    .description("learners that are still to be decided again")
                    .register(meters);
        };
    }
}

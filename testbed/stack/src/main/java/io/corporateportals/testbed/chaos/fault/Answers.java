package io.corporateportals.testbed.chaos.fault;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** The broker's answers, waited for. */
final class Answers {
    private Answers() {}

    static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the broker refused", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

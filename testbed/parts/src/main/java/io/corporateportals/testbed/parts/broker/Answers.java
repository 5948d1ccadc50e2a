package io.corporateportals.testbed.parts.broker;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** A broker's answers to an administrator, waited for. */
public final class Answers {
    private Answers() {}

    /** The answer; {@link IllegalStateException} if the broker refuses. */
    public static <T> T of(KafkaFuture<T> future) {
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

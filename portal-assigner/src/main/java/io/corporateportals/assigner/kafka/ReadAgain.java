package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Faults;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What fails is read again from where the store is, until it works: going past it would lose it. Spring's handlers keep the
 * records, and poll before they try them again: whatever goes wrong in such a poll, its records and theirs would be passed over.
 */
final class ReadAgain implements CommonErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(ReadAgain.class);
    private static final long PAUSE_MILLIS = 1000;

    private final Positions positions;
    private final Retries retries;

    ReadAgain(Positions positions, Retries retries) {
        this.positions = positions;
        this.retries = retries;
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> data,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        // they are decided, and another instance's now
        if (!(thrown instanceof CommitFailedException)) pause(container);
        positions.again(consumer);
    }

    @Override
    public void handleOtherException(
            Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        String why = Faults.inWords(thrown);
        if (thrown instanceof OffsetOutOfRangeException gone)
            gone.partitions().forEach(partition -> retries.failed(partition, why));
        else log.warn("what was polled is read again: {}", why);
        pause(container);
        positions.again(consumer);
    }

    private static void pause(MessageListenerContainer container) {
        try {
            ListenerUtils.stoppableSleep(container, PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }
}

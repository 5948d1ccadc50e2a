package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.application.Faults;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What fails is read again from where the store is, until it works: going past it would lose it. Spring's handlers keep
 * the records, and poll before they try them again: if that fails, nobody reads them, nor what came with the poll.
 */
final class ReadAgain implements CommonErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(ReadAgain.class);
    private static final long PAUSE_MILLIS = 1000;

    private final Positions positions;
    private final Retries retries;
    private final StoppedPartitions stopped;

    ReadAgain(Positions positions, Retries retries, StoppedPartitions stopped) {
        this.positions = positions;
        this.retries = retries;
        this.stopped = stopped;
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> data,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        // the partitions are another's now, to whom it makes no difference what the group's offsets say
        if (!(thrown instanceof CommitFailedException)) {
            // what the listener could not do, it has noted
            if (!(thrown instanceof ListenerExecutionFailedException)) note(thrown, consumer.assignment());
            pause(container);
        }
        positions.again(consumer);
    }

    @Override
    public void handleOtherException(
            Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        if (thrown instanceof OffsetOutOfRangeException gone) {
            gone.offsetOutOfRangePartitions().forEach((partition, offset) -> {
                if (!positions.beginAnew(consumer, partition))
                    stopped.stop(container, partition, "the log does not hold offset " + offset);
            });
            return;
        }
        note(thrown, consumer.assignment());
        pause(container);
        positions.again(consumer);
    }

    private void note(Exception thrown, Set<TopicPartition> partitions) {
        String why = Faults.inWords(thrown);
        if (partitions.isEmpty()) log.warn("a consumer without partitions tries again: {}", why);
        for (TopicPartition partition : partitions) retries.failed(partition, why);
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

package io.corporateportals.testbed.simulation.broker;

import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.FeedsUnwritable;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.testbed.simulation.broker.FeedRecord.Transaction;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The producer of one partition. */
public final class FeedWriter implements Feeds {
    private final Kafka kafka;
    private final Scheduler scheduler;
    private final Conduct conduct;
    private final int partition;
    private final String producer;
    private final BooleanSupplier isMember;
    private final Runnable afterwards;
    private long epoch = -1;

    /**
     * Opens nothing yet.
     *
     * @param isMember whether the group's coordinator takes offsets from this instance
     * @param afterwards runs after each commit
     */
    public FeedWriter(
            Kafka kafka,
            Scheduler scheduler,
            Conduct conduct,
            int instance,
            int partition,
            BooleanSupplier isMember,
            Runnable afterwards) {
        this.kafka = kafka;
        this.scheduler = scheduler;
        this.conduct = conduct;
        this.partition = partition;
        this.producer = conduct.producer(instance, partition);
        this.isMember = isMember;
        this.afterwards = afterwards;
    }

    @Override
    public void fence() {
        if (conduct.fencesFirst()) initialise();
    }

    /** Shuts out everybody else. */
    public void initialise() {
        scheduler.step("initTransactions");
        epoch = kafka.initialise(producer);
        scheduler.answer("initTransactions");
    }

    @Override
    public void publish(List<Outgoing> outgoing, @Nullable Standing standing) {
        if (epoch < 0) throw new IllegalStateException("not fenced");
        try {
            if (conduct.isTransactional()) publishTogether(outgoing, standing);
            else publishOneByOne(outgoing, standing);
        } catch (RuntimeException doubt) {
            epoch = -1;
            throw doubt;
        }
        afterwards.run();
    }

    private void publishTogether(List<Outgoing> outgoing, @Nullable Standing standing) {
        Transaction transaction = kafka.begin(partition, producer, epoch);
        for (Outgoing one : outgoing) append(transaction, one);
        scheduler.step("send offsets");
        kafka.check(transaction);
        refuseStrangers();
        kafka.addOffset(transaction);
        scheduler.step("EndTxn");
        kafka.check(transaction);
        scheduler.answer("EndTxn, which never arrived");
        kafka.commit(transaction, standing);
        scheduler.answer("EndTxn");
    }

    private void publishOneByOne(List<Outgoing> outgoing, @Nullable Standing standing) {
        for (Outgoing one : outgoing) {
            Transaction alone = kafka.begin(partition, producer, epoch);
            append(alone, one);
            kafka.commit(alone, null);
        }
        scheduler.step("commit offsets");
        refuseStrangers();
        Transaction offsets = kafka.begin(partition, producer, epoch);
        kafka.check(offsets);
        kafka.addOffset(offsets);
        kafka.commit(offsets, standing);
        scheduler.answer("commit offsets");
    }

    private void append(Transaction transaction, Outgoing outgoing) {
        scheduler.step("append");
        kafka.check(transaction);
        if (kafka.refuses(outgoing)) throw new FeedsUnwritable(Set.of(outgoing.portal()));
        kafka.append(transaction, outgoing);
        scheduler.note(() -> "appends " + outgoing.getClass().getSimpleName() + " " + outgoing.key());
    }

    private void refuseStrangers() {
        if (!isMember.getAsBoolean()) throw new Kafka.Fenced();
    }

    @Override
    public void close() {
        epoch = -1;
    }
}

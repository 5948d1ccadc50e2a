package io.corporateportals.testbed.simulation.broker;

import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.testbed.simulation.broker.FeedRecord.State;
import io.corporateportals.testbed.simulation.broker.FeedRecord.Transaction;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import io.corporateportals.testbed.simulation.script.LmsEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Logs, feeds, transactions and a consumer group's offsets. */
public final class Kafka {
    private final Scheduler scheduler;
    private final List<List<LmsEvent>> log = new ArrayList<>();
    private final Map<String, List<FeedRecord>> feeds = new TreeMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final List<Transaction> open = new ArrayList<>();
    private final Map<Integer, Standing> committed = new HashMap<>();
    private final Map<Integer, List<Standing>> former = new HashMap<>();
    private final Map<Integer, Standing> shown = new HashMap<>();
    private final Set<String> unwritable = new HashSet<>();
    private Consumer<FeedRecord> onAppend = record -> {};

    public Kafka(Scheduler scheduler, int partitions) {
        this.scheduler = scheduler;
        for (int partition = 0; partition < partitions; partition++) log.add(new ArrayList<>());
    }

    /** Somebody else writes under the same transactional id, or the transaction has timed out. */
    public static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fenced() {
            super("fenced", null, false, false);
        }
    }

    /** Whoever wants to see each record the moment it is appended. */
    public void onAppend(Consumer<FeedRecord> watcher) {
        this.onAppend = watcher;
    }

    /** The LMS sends a record. */
    public long append(LmsEvent event) {
        List<LmsEvent> partition = log.get(event.partition());
        partition.add(event);
        scheduler.news();
        return partition.size() - 1L;
    }

    public List<LmsEvent> log(int partition) {
        return log.get(partition);
    }

    public int partitions() {
        return log.size();
    }

    /** Everything that was ever appended, by portal. */
    public Map<String, List<FeedRecord>> feeds() {
        return feeds;
    }

    /** Where the exporter's group stands; null: nowhere. */
    public @Nullable Standing committed(int partition) {
        return shown.getOrDefault(partition, committed.get(partition));
    }

    /** What the group's coordinator had committed before, in order. */
    public List<Standing> former(int partition) {
        return former.getOrDefault(partition, List.of());
    }

    /** A coordinator that has not read all of its log, but answers: it shows what was committed once. */
    public void showFormer(int partition, Standing old) {
        shown.put(partition, old);
        scheduler.news();
    }

    /** The coordinator has read all of its log. */
    public void showLast() {
        if (shown.isEmpty()) return;
        shown.clear();
        scheduler.news();
    }

    /** The group's offsets are gone. */
    public void loseOffsets(int partition) {
        committed.remove(partition);
        shown.remove(partition);
    }

    /** From now on nobody can write to the portal's feed, or everybody again. */
    public void refuse(String portal, boolean refused) {
        if (refused) unwritable.add(portal);
        else unwritable.remove(portal);
        scheduler.news();
    }

    boolean refuses(Outgoing outgoing) {
        return unwritable.contains(outgoing.portal().value());
    }

    /** Whether any transaction hangs. */
    public boolean hasOpenTransactions() {
        return !open.isEmpty();
    }

    /** The coordinator ends a transaction that takes too long; its producer is fenced. */
    public void timeOut(int which) {
        if (open.isEmpty()) return;
        Transaction hanging = open.get(which % open.size());
        scheduler.note("the transaction of " + hanging.producer + " times out");
        epochs.merge(hanging.producer, 1L, Long::sum);
        finish(hanging, State.ABORTED, null);
    }

    long initialise(String producer) {
        for (Transaction transaction : List.copyOf(open))
            if (transaction.producer.equals(producer)) finish(transaction, State.ABORTED, null);
        return epochs.merge(producer, 1L, Long::sum);
    }

    Transaction begin(int partition, String producer, long epoch) {
        return new Transaction(partition, producer, epoch);
    }

    void check(Transaction transaction) {
        if (epochs.getOrDefault(transaction.producer, 0L) != transaction.epoch || transaction.state != State.OPEN)
            throw new Fenced();
    }

    void append(Transaction transaction, Outgoing outgoing) {
        if (!open.contains(transaction)) open.add(transaction);
        FeedRecord record = new FeedRecord(outgoing, transaction);
        feeds.computeIfAbsent(outgoing.portal().value(), portal -> new ArrayList<>())
                .add(record);
        onAppend.accept(record);
    }

    void addOffset(Transaction transaction) {
        if (!open.contains(transaction)) open.add(transaction);
        transaction.withOffset = true;
    }

    void commit(Transaction transaction, @Nullable Standing standing) {
        finish(transaction, State.COMMITTED, standing);
    }

    private void finish(Transaction transaction, State state, @Nullable Standing standing) {
        transaction.state = state;
        open.remove(transaction);
        if (state == State.COMMITTED && transaction.withOffset) {
            Standing before = committed.remove(transaction.partition);
            if (before != null)
                former.computeIfAbsent(transaction.partition, none -> new ArrayList<>())
                        .add(before);
            if (standing != null) committed.put(transaction.partition, standing);
            shown.remove(transaction.partition);
        }
        scheduler.news();
    }

    boolean hasUnstableOffset(int partition) {
        return open.stream().anyMatch(one -> one.withOffset && one.partition == partition);
    }
}

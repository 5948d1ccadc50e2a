package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Deciding;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.Identity.Verdict;
import io.corporateportals.assigner.model.IdentityEvent;
import io.corporateportals.assigner.model.LogEntry;
import io.corporateportals.assigner.model.LogEntry.Home;
import io.corporateportals.assigner.model.LogEntry.OfActivity;
import io.corporateportals.assigner.model.LogEntry.OfIdentity;
import io.corporateportals.assigner.model.LogEntry.OfUnknownType;
import io.corporateportals.assigner.model.LogEntry.Unreadable;
import io.corporateportals.assigner.model.Rejection;
import io.corporateportals.assigner.model.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides what the records of one partition mean, a batch in a transaction. */
@Service
public class UserEvents {
    private final TransactionTemplate transaction;
    private final LogProgress progress;
    private final Decisions decisions;
    private final Counts counts;

    UserEvents(TransactionTemplate transaction, LogProgress progress, Decisions decisions, Counts counts) {
        this.transaction = transaction;
        this.progress = progress;
        this.decisions = decisions;
        this.counts = counts;
    }

    /**
     * Consecutive records of one partition.
     *
     * @param position where the reader stood before them: nothing between it and the first entry is missing
     * @param nextOffset where the reader stands after them
     */
    public record Batch(int partition, long position, List<LogEntry> entries, long nextOffset) {}

    /** Takes the records that cannot be processed, and has them safely before it returns. */
    public interface DeadLetters {
        /**
         * Sends records of the batch, each with its reason.
         *
         * @param rejected by offset
         */
        void send(SortedMap<Long, Rejection> rejected);
    }

    /**
     * Decides a batch. What was decided before is recognised by its offset and left alone.
     *
     * @return the first record that is not decided now. Below {@code batch.position()} it says that the store is behind
     *     the reader, and that nothing was decided: go back and read again
     */
    public long decide(Batch batch, DeadLetters deadLetters) {
        Tally tally = new Tally();
        Long nextOffset = transaction.execute(status -> {
            tally.clear();
            return decideLocked(batch, deadLetters, tally);
        });
        counts.add(tally);
        return nextOffset == null ? batch.position() : nextOffset;
    }

    private long decideLocked(Batch batch, DeadLetters deadLetters, Tally tally) {
        Map<Integer, Progress> locked = progress.lock(partitionsOf(batch));
        Progress own = locked.get(batch.partition());
        if (own == null) throw new IllegalStateException("no such partition: " + batch.partition());
        if (own.nextOffset() < batch.position() || own.nextOffset() >= batch.nextOffset()) return own.nextOffset();

        List<LogEntry> due = batch.entries().stream()
                .filter(entry -> entry.offset() >= own.nextOffset())
                .toList();
        Deciding deciding = decisions.begin(own, usersIn(due, own.partition()), eventsIn(due));
        SortedMap<Long, Rejection> rejected = new TreeMap<>();
        for (LogEntry entry : due) decide(entry, deciding, rejected, own.partition(), tally);
        tally.add(decisions.store(own, deciding, batch.nextOffset()));
        for (Progress other : locked.values())
            if (other.partition() != own.partition()) failClosedElsewhere(other, due, tally);
        if (!rejected.isEmpty()) deadLetters.send(rejected);
        return batch.nextOffset();
    }

    private static void decide(
            LogEntry entry, Deciding deciding, SortedMap<Long, Rejection> rejected, int partition, Tally tally) {
        if (entry instanceof OfIdentity identity) {
            Verdict verdict = deciding.apply(identity);
            tally.add(verdict);
            if (verdict instanceof Verdict.Refused refused)
                rejected.put(entry.offset(), new Rejection(refused.reason().name(), "userId"));
        } else if (entry instanceof Unreadable unreadable) {
            tally.unreadable(unreadable.rejection());
            rejected.put(entry.offset(), unreadable.rejection());
            Home home = unreadable.home();
            if (home != null && home.partition() == partition)
                deciding.failClosed(home.user(), entry.offset(), home.saidAt(), home.at());
        } else if (entry instanceof OfActivity) {
            tally.activity();
        } else if (entry instanceof OfUnknownType) {
            tally.unknownType();
        }
    }

    // A record in a wrong partition names a learner of another one: the assignment ends there, where that one stands.
    private void failClosedElsewhere(Progress home, List<LogEntry> entries, Tally tally) {
        Deciding deciding = decisions.begin(home, usersIn(entries, home.partition()), Set.of());
        for (LogEntry entry : entries)
            if (entry instanceof Unreadable unreadable
                    && unreadable.home() != null
                    && unreadable.home().partition() == home.partition())
                deciding.failClosed(
                        unreadable.home().user(),
                        home.nextOffset(),
                        home.nextOffset(),
                        unreadable.home().at());
        tally.add(decisions.store(home, deciding, home.nextOffset()));
    }

    private static Set<Integer> partitionsOf(Batch batch) {
        Set<Integer> partitions = new TreeSet<>();
        partitions.add(batch.partition());
        for (LogEntry entry : batch.entries())
            if (entry instanceof Unreadable unreadable && unreadable.home() != null)
                partitions.add(unreadable.home().partition());
        return partitions;
    }

    private static Set<UserId> usersIn(List<LogEntry> entries, int partition) {
        Set<UserId> users = new HashSet<>();
        for (LogEntry entry : entries) {
            if (entry instanceof OfIdentity identity)
                users.add(identity.event().head().user());
            if (entry instanceof Unreadable unreadable
                    && unreadable.home() != null
                    && unreadable.home().partition() == partition)
                users.add(unreadable.home().user());
        }
        return users;
    }

    private static Set<AppliedEvent> eventsIn(List<LogEntry> entries) {
        Set<AppliedEvent> events = new HashSet<>();
        for (LogEntry entry : entries)
            if (entry instanceof OfIdentity identity) {
                IdentityEvent.Head head = identity.event().head();
                events.add(new AppliedEvent(head.user(), head.id()));
            }
        return events;
    }
}

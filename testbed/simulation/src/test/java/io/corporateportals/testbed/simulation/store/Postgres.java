package io.corporateportals.testbed.simulation.store;

import io.corporateportals.testbed.simulation.scheduling.Actor;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/**
 * Transactions with row locks: what is written is seen when it is committed, whoever dies is rolled back, and the answer to
 * a COMMIT may be lost. What an actor reads it reads as it is committed at that moment; a snapshot is one such moment.
 */
public final class Postgres implements PlatformTransactionManager {
    private final Scheduler scheduler;
    private final Tables tables;
    private final Map<String, Object> locks = new HashMap<>();
    private final Map<Object, Transaction> open = new HashMap<>();
    private final Object outside = new Object();
    private @Nullable Tables backup;
    private int incarnation = 1;
    private long version;

    public Postgres(Scheduler scheduler, Tables tables) {
        this.scheduler = scheduler;
        this.tables = tables;
    }

    /** A rule of the schema, or another transaction, is in the way. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String rule) {
            super(rule, null, false, false);
        }
    }

    private record Write(String rule, BooleanSupplier isAllowed, Runnable effect) {}

    private static final class Transaction {
        private final List<Write> writes = new ArrayList<>();
        private final List<String> locks = new ArrayList<>();
        private boolean isBroken;
    }

    public Tables tables() {
        return tables;
    }

    /** Somebody makes a backup. */
    public void backUp() {
        backup = tables.copy();
    }

    /** What was committed since the backup is lost, and so is every connection. */
    public boolean restore() {
        if (backup == null) return false;
        tables.become(backup);
        backup = null;
        incarnation++;
        version++;
        open.values().forEach(transaction -> transaction.isBroken = true);
        scheduler.news();
        return true;
    }

    /** Which life of PostgreSQL this is. */
    String incarnation() {
        return Integer.toString(incarnation);
    }

    /** Grows with every commit. */
    long version() {
        return version;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Everything in {@code work} is committed together. */
    void inTransaction(Runnable work) {
        TransactionStatus status = getTransaction(null);
        try {
            work.run();
        } catch (RuntimeException | Error fault) {
            rollback(status);
            throw fault;
        }
        commit(status);
    }

    /** Takes a row's lock, as soon as nobody else has it, until the transaction ends. */
    void lock(String row) {
        Object me = me();
        scheduler.await(() -> locks.getOrDefault(row, me) == me);
        if (locks.put(row, me) == null) transaction().locks.add(row);
    }

    /** Writes, when the transaction commits. */
    void write(Runnable effect) {
        write("", () -> true, effect);
    }

    /** Writes, when the transaction commits, if the schema's rule then allows it. */
    void write(String rule, BooleanSupplier isAllowed, Runnable effect) {
        transaction().writes.add(new Write(rule, isAllowed, effect));
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        open.put(me(), new Transaction());
        return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
        try {
            scheduler.step("COMMIT");
            if (transaction().isBroken) throw new Refused("the connection is closed");
            for (Write write : transaction().writes) {
                if (!write.isAllowed.getAsBoolean()) throw new Refused(write.rule);
                write.effect.run();
            }
            version++;
        } finally {
            rollback(status);
        }
        scheduler.answer("COMMIT");
    }

    @Override
    public void rollback(TransactionStatus status) {
        Transaction transaction = open.remove(me());
        if (transaction != null) transaction.locks.forEach(locks::remove);
        scheduler.news();
    }

    private Transaction transaction() {
        Transaction transaction = open.get(me());
        if (transaction == null) throw new IllegalStateException("no transaction");
        return transaction;
    }

    private Object me() {
        Actor actor = scheduler.current();
        return actor == null ? outside : actor;
    }
}

package io.corporateportals.testbed.simulation.store;

import io.corporateportals.exporter.application.NotOwner;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.store.Tables.Owner;

/** Who may write the ledger for a partition, in PostgreSQL. */
final class OwnerRows {
    private final Postgres postgres;
    private final Tables tables;
    private final Conduct conduct;

    OwnerRows(Postgres postgres, Conduct conduct) {
        this.postgres = postgres;
        this.tables = postgres.tables();
        this.conduct = conduct;
    }

    private static Owner raised(Owner before) {
        return new Owner(before.epoch() + 1, before.batch(), before.confirmed());
    }

    private static Owner counted(Owner before, long batch, long confirmed) {
        return new Owner(before.epoch(), Math.max(before.batch(), batch), confirmed);
    }

    /** A new owner shuts out the one before. */
    void raise(int partition) {
        lock(partition);
        postgres.write(() -> tables.owners.set(partition, raised(tables.owners.get(partition))));
    }

    private void lock(int partition) {
        if (conduct.ledgerIsFenced()) postgres.lock("owner-" + partition);
    }

    /** The ledger's next transaction. */
    Ownership nextBatch(Ownership owner, long atLeast) {
        int partition = owner.partition();
        Owner before = tables.owners.get(partition);
        lock(partition);
        Owner now = tables.owners.get(partition);
        if (conduct.ledgerIsFenced()) {
            // the snapshot is as old as the first statement: who had to wait for the row finds it changed
            if (!now.equals(before)) throw new Postgres.Refused("could not serialize access");
            check(owner);
        }
        boolean isAsBefore = owner.incarnation().equals(postgres.incarnation());
        if (now.batch() + 1 <= owner.batch() || !isAsBefore) throw new NotOwner("PostgreSQL is not what it was");
        long batch = Math.max(now.batch(), atLeast) + 1;
        postgres.write(
                () -> tables.owners.set(partition, counted(tables.owners.get(partition), batch, owner.confirmed())));
        return owner.after(batch);
    }

    /** What Kafka holds; a PostgreSQL that was restored is not told. */
    void confirm(Ownership owner) {
        int partition = owner.partition();
        check(owner);
        Owner now = tables.owners.get(partition);
        if (now.batch() != owner.batch()) throw new NotOwner("the batch is another one");
        postgres.write(() -> tables.owners.set(partition, new Owner(now.epoch(), now.batch(), owner.confirmed())));
    }

    /** Refuses everybody but the owner. */
    void check(Ownership owner) {
        lock(owner.partition());
        if (conduct.ledgerIsFenced() && tables.owners.get(owner.partition()).epoch() != owner.epoch())
            throw new NotOwner("the epoch is another one");
    }
}

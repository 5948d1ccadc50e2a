package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where the exporter of one partition stands: committed in the same Kafka transaction as what it published.
 *
 * @param main the position for all portals that are not parked
 * @param catchUp how far a portal that comes back has read, null where none does
 * @param batch the ledger's transaction that this rests on
 * @param incarnation which life of PostgreSQL counted that batch
 */
public record Standing(Position main, @Nullable CatchUp catchUp, long batch, String incarnation) {
    Standing at(Position position, Ownership owner) {
        return new Standing(position, catchUp, owner.batch(), owner.incarnation());
    }

    Standing catchingUp(@Nullable CatchUp next, Ownership owner) {
        return new Standing(main, next, owner.batch(), owner.incarnation());
    }
}

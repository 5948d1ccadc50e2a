package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Glance;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.Recovered;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.LearnerRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mutant's ledger does as the real one does. */
interface HonestLedger extends Ledger {
    /** The real one. */
    Ledger honest();

    @Override
    default Ownership own(int partition) {
        return honest().own(partition);
    }

    @Override
    default long nextOffset(int partition) {
        return honest().nextOffset(partition);
    }

    @Override
    default Glance glance(Ownership owner) {
        return honest().glance(owner);
    }

    @Override
    default void confirm(Ownership owner) {
        honest().confirm(owner);
    }

    @Override
    default Set<LearnerRef> toRecover(int partition, Set<LearnerRef> refs) {
        return honest().toRecover(partition, refs);
    }

    @Override
    default Recovered recover(Ownership owner, Published published, @Nullable Standing distrusted) {
        return honest().recover(owner, published, distrusted);
    }
}

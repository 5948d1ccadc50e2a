package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.LearnerRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was disclosed to whom, beside the assigner's decisions; both are seen in one snapshot. */
public interface Ledger {
    /** Takes the partition: whoever had it before can write no more. */
    Ownership own(int partition);

    /** The first offset that the assigner has not decided. */
    long nextOffset(int partition);

    /**
     * Looks whether there is anything to do.
     *
     * @throws NotOwner if the right is gone
     */
    Glance glance(Ownership owner);

    /**
     * Plans in one snapshot and lists the plan's disclosures, in one transaction that counts as the next batch.
     *
     * @throws NotOwner if the right is gone
     */
    Listed list(Ownership owner, Look look);

    /**
     * Notes what Kafka holds, where nothing is to be listed for now.
     *
     * @throws NotOwner if the right is gone
     */
    void confirm(Ownership owner);

    /** Of some assignments those that the partition recovers: its own, and those that nobody has decided. */
    Set<LearnerRef> toRecover(int partition, Set<LearnerRef> refs);

    /**
     * Completes the ledger from what the feeds hold.
     *
     * @param distrusted the position that cannot be trusted; null: there is none. The next batch is above its batch
     * @throws NotOwner if the right is gone
     */
    Recovered recover(Ownership owner, Published published, @Nullable Standing distrusted);
}

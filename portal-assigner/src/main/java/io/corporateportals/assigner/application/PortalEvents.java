package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Concern;
import io.corporateportals.assigner.model.PortalChange;
import io.corporateportals.assigner.model.PortalEvent;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies what the LMS tells about portals, an event in a transaction, and asks for the back-fills that follow. */
@Service
public class PortalEvents {
    // all partitions change over to a policy in one transaction, which locks the portals' log too
    private static final int ANY_PARTITION = 0;

    private final TransactionTemplate transaction;
    private final PortalCatalogue catalogue;
    private final BackFills backFills;
    private final PortalChange.Rules rules;
    private final Policies policies;
    private final PolicyInForce policy;
    private final Counts counts;

    PortalEvents(
            TransactionTemplate transaction,
            PortalCatalogue catalogue,
            BackFills backFills,
            PortalChange.Rules rules,
            Policies policies,
            PolicyInForce policy,
            Counts counts) {
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.backFills = backFills;
        this.rules = rules;
        this.policies = policies;
        this.policy = policy;
        this.counts = counts;
    }

    /**
     * Where a record stands in the portals' topic.
     *
     * @param position where the reader stood before it: nothing between the two is missing
     * @param saidAt where it stood first: its own offset, unless it is replayed from the dead letters
     */
    public record Place(long position, long offset, long saidAt) {
        private boolean isBehind(long saidLast) {
            return saidAt < offset && saidAt < saidLast;
        }
    }

    /**
     * Applies an event. One that was applied before, by its offset or its id, is left alone, and so is one that is
     * replayed and says less than the portal's last.
     *
     * @throws OtherPolicyInForce if the claims are ruled by another policy than this instance's
     * @return the first record that is not applied now. Below {@code place.position()} it says that the store is behind
     *     the reader, and that nothing was applied: go back and read again
     */
    public long apply(PortalEvent event, Place place) {
        return past(place, () -> {
            policies.require(policy, ANY_PARTITION);
            return decide(event, place);
        });
    }

    /** Returns what came of it. */
    private String decide(PortalEvent event, Place place) {
        if (place.isBehind(catalogue.saidAt(event.portal()))) return "stale";
        if (!catalogue.firstTime(event.id())) return "repeated";
        PortalChange change = PortalChange.of(
                event, place.offset(), catalogue.portals(), catalogue.claims(), catalogue.hosts(), rules);
        if (change == null) return "unknown_portal";
        catalogue.store(change, place.saidAt());
        for (Concern concern : change.concerns()) backFills.request(concern, event.occurredAt());
        return "applied";
    }

    /**
     * Goes past a record that changes nothing.
     *
     * @param why a name from the code
     * @return as {@link #apply}
     */
    public long skip(Place place, String why) {
        return past(place, () -> why);
    }

    private record Past(long nextOffset, @Nullable String outcome) {}

    private long past(Place place, Supplier<String> change) {
        Past past = Objects.requireNonNull(transaction.execute(status -> {
            long applied = catalogue.lockProgress();
            if (applied < place.position() || applied > place.offset()) return new Past(applied, null);
            catalogue.advance(place.offset() + 1);
            return new Past(place.offset() + 1, change.get());
        }));
        if (past.outcome() != null) counts.portal(past.outcome());
        return past.nextOffset();
    }
}

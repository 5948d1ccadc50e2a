package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Concern;
import io.corporateportals.assigner.model.PortalChange;
import io.corporateportals.assigner.model.PortalEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies what the LMS tells about portals, an event in a transaction, and asks for the back-fills that follow. */
@Service
public class PortalEvents {
    private final TransactionTemplate transaction;
    private final PortalCatalogue catalogue;
    private final BackFills backFills;
    private final PortalChange.Rules rules;

    PortalEvents(
            TransactionTemplate transaction, PortalCatalogue catalogue, BackFills backFills, PortalChange.Rules rules) {
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.backFills = backFills;
        this.rules = rules;
    }

    /**
     * Applies an event; one that was applied before, by its offset or its id, is left alone.
     *
     * @param offset where it stands in the portals' topic
     */
    public void apply(PortalEvent event, long offset) {
        transaction.executeWithoutResult(status -> {
            if (catalogue.lockProgress() > offset) return;
            catalogue.advance(offset + 1);
            if (!catalogue.firstTime(event.id())) return;
            PortalChange change =
                    PortalChange.of(event, offset, catalogue.portals(), catalogue.claims(), catalogue.hosts(), rules);
            if (change == null) return;
            catalogue.store(change);
            for (Concern concern : change.concerns()) backFills.request(concern, event.occurredAt());
        });
    }

    /** Goes past a record that changes nothing. */
    public void skip(long offset) {
        transaction.executeWithoutResult(status -> {
            if (catalogue.lockProgress() <= offset) catalogue.advance(offset + 1);
        });
    }
}

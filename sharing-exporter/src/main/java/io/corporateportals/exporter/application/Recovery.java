package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a standing where none can be trusted, once a person has allowed it: the ledger is completed from what the feeds hold,
 * what no decision covers is taken back, and the log is read from its beginning. On the very first start there is nothing
 * to complete, and nobody is asked.
 */
public final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Ledger ledger;
    private final Publications publications;
    private final RecoveryRequests requests;
    private final int mostRecords;

    public Recovery(Ledger ledger, Publications publications, RecoveryRequests requests, Pace pace) {
        this.ledger = ledger;
        this.publications = publications;
        this.requests = requests;
        this.mostRecords = pace.limits().records();
    }

    /** The standing that was committed, or one that was rebuilt. After the fence, and before anything is published. */
    Taken standing(Ownership owner, Log learnersLog, Feeds feeds) {
        Standing committed = learnersLog.committed();
        Taken taken = committed != null && owner.knows(committed)
                ? new Taken(owner.confirming(committed), committed)
                : rebuild(owner, committed, learnersLog, feeds);
        requests.settle(taken.owner());
        return taken;
    }

    private Taken rebuild(Ownership owner, @Nullable Standing distrusted, Log learnersLog, Feeds feeds) {
        int partition = owner.partition();
        Doubt doubt = Doubt.of(distrusted, owner);
        RecoveryRequests.State state = requests.state(owner, doubt);
        if (state == RecoveryRequests.State.ASKED) throw new RecoveryNeeded(doubt);
        // the feeds first: what they hold was decided before, so what PostgreSQL does not know then, it has lost
        Published published = publications.read(refs -> ledger.toRecover(partition, refs));
        boolean isFirst = distrusted == null && requests.isNew(owner, published);
        if (state == RecoveryRequests.State.NOT_ASKED && !isFirst) {
            requests.ask(owner, doubt, published);
            throw new RecoveryNeeded(doubt);
        }
        log.info("partition {}: starting from the beginning of the log", partition);
        Recovered recovered = ledger.recover(owner, published, distrusted);
        report(partition, recovered);
        Position beginning = new Position(learnersLog.beginning(), Cursor.START);
        Standing standing = new Standing(
                beginning, null, recovered.owner().batch(), recovered.owner().incarnation());
        List<Outgoing> orphans = recovered.orphans();
        int sent = 0;
        for (; orphans.size() - sent > mostRecords; sent += mostRecords)
            feeds.publish(orphans.subList(sent, sent + mostRecords), null);
        feeds.publish(orphans.subList(sent, orphans.size()), standing);
        return new Taken(recovered.owner().confirming(standing), standing);
    }

    private static void report(int partition, Recovered recovered) {
        if (!recovered.orphans().isEmpty())
            log.warn(
                    "partition {}: {} records that no decision covers are taken back",
                    partition,
                    recovered.orphans().size());
        if (recovered.forgottenEnds() > 0)
            log.error(
                    "partition {}: {} open assignments have ended for their partner; the assigner begins" + " new ones",
                    partition,
                    recovered.forgottenEnds());
    }

    /** A partition taken over. */
    record Taken(Ownership owner, Standing standing) {}
}

package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a standing where none can be trusted: the ledger is completed from what the feeds hold, what no decision covers is
 * taken back, and the log is read from its beginning. On the very first start there is nothing to complete.
 */
final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Ledger ledger;
    private final Publications publications;
    private final int mostRecords;

    Recovery(Ledger ledger, Publications publications, Pace pace) {
        this.ledger = ledger;
        this.publications = publications;
        this.mostRecords = pace.limits().records();
    }

    /** After the fence, and before anything is published. */
    Taken recover(Ownership owner, @Nullable Standing distrusted, Log learnersLog, Feeds feeds) {
        log.info(
                "partition {}: {}; reading the feeds and starting from the beginning of the log",
                owner.partition(),
                distrusted == null ? "no committed position" : "PostgreSQL may have lost commits");
        // the feeds first: what they hold was decided before, so what PostgreSQL does not know then, it has lost
        Published published = publications.read();
        Recovered recovered = ledger.recover(owner, published, distrusted);
        report(owner.partition(), recovered);
        Position beginning = new Position(learnersLog.beginning(), Cursor.START);
        Standing standing = new Standing(
                beginning, null, recovered.owner().batch(), recovered.owner().incarnation());
        List<Outgoing> orphans = recovered.orphans();
        int sent = 0;
        for (; orphans.size() - sent > mostRecords; sent += mostRecords)
            feeds.publish(orphans.subList(sent, sent + mostRecords), null);
        feeds.publish(orphans.subList(sent, orphans.size()), standing);
        return new Taken(recovered.owner(), standing);
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

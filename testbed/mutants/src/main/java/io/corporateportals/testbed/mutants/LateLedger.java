package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Ledger;
import io.corporateportals.exporter.application.Listed;
import io.corporateportals.exporter.application.Look;
import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.PartitionLoop.Surroundings;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Outgoing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger that plans without listing, and lists when the loop's feeds have published. */
final class LateLedger implements HonestLedger {
    // of the loop, which is a thread
    private static final ThreadLocal<@Nullable Runnable> LISTING = new ThreadLocal<>();

    private final Ledger honest;
    private final TransactionTemplate undone;

    LateLedger(Ledger honest, PlatformTransactionManager transactions) {
        this.honest = honest;
        this.undone = new TransactionTemplate(transactions);
        undone.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The same loop with this ledger, and feeds that remember it. */
    Surroundings in(Surroundings surroundings) {
        return ExporterMutation.with(surroundings, this, new OtherFeeds(surroundings.clients(), Late::new));
    }

    private static final class Late implements Feeds {
        private final Feeds feeds;

        private Late(Feeds feeds) {
            this.feeds = feeds;
        }

        @Override
        public void fence() {
            LISTING.remove();
            feeds.fence();
        }

        @Override
        public void publish(List<Outgoing> outgoing, @Nullable Standing standing) {
            feeds.publish(outgoing, standing);
            Runnable late = LISTING.get();
            LISTING.remove();
            if (late != null) late.run();
        }

        @Override
        public void close() {
            feeds.close();
        }
    }

    @Override
    public Ledger honest() {
        return honest;
    }

    @Override
    public Listed list(Ownership owner, Look look) {
        Listed planned = Objects.requireNonNull(undone.execute(status -> {
            status.setRollbackOnly();
            return honest.list(owner, look);
        }));
        LISTING.set(() -> honest.list(owner, look));
        return planned;
    }
}

package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Outgoing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The feeds, as the exporter of one partition writes them. Used by one thread. */
public interface Feeds extends AutoCloseable {
    /** Shuts out everybody who wrote for this partition before, and finishes or undoes what was begun. */
    void fence();

    /**
     * Publishes in one transaction, in this order, and commits the standing with it. Whatever it throws, the outcome is in
     * doubt, and only {@link #fence()} may follow.
     *
     * @param standing null: this is not the whole, and if nothing follows, recovery begins anew
     * @throws FeedsUnwritable if it failed because of particular feeds
     */
    void publish(List<Outgoing> outgoing, @Nullable Standing standing);

    @Override
    void close();
}

package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Clients;
import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Log;
import java.util.function.UnaryOperator;

/** Clients whose feeds are others. */
record OtherFeeds(Clients honest, UnaryOperator<Feeds> other) implements Clients {
    @Override
    public Log log(int partition) {
        return honest.log(partition);
    }

    @Override
    public Feeds feeds(int partition) {
        return other.apply(honest.feeds(partition));
    }
}

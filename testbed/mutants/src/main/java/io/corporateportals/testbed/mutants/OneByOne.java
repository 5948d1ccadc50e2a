package io.corporateportals.testbed.mutants;

import io.corporateportals.exporter.application.Feeds;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Outgoing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits each record by itself, and the standing at the end. */
final class OneByOne implements Feeds {
    private final Feeds honest;
    private @Nullable Standing before;

    OneByOne(Feeds honest) {
        this.honest = honest;
    }

    @Override
    public void fence() {
        before = null;
        honest.fence();
    }

    @Override
    public void publish(List<Outgoing> outgoing, @Nullable Standing standing) {
        Standing last = before;
        if (last == null) {
            honest.publish(outgoing, standing);
        } else {
            for (Outgoing one : outgoing) honest.publish(List.of(one), last);
            honest.publish(List.of(), standing);
        }
        before = standing;
    }

    @Override
    public void close() {
        honest.close();
    }
}

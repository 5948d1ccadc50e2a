package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.parts.network.Drops;
import io.corporateportals.testbed.watch.Pause;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some answers of one kind are lost; it lasts until one of them was. */
final class LostAnswers implements Fault {
    private static final Duration LASTS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final String to;
    private final Supplier<Drops> losing;
    private final Runnable mending;
    private final @Nullable Fault meanwhile;
    private @Nullable Drops lost;

    /**
     * Loses what {@code losing} plans.
     *
     * @param meanwhile a fault without which nobody would ask; null: somebody always does
     */
    LostAnswers(String to, Supplier<Drops> losing, Runnable mending, @Nullable Fault meanwhile) {
        this.to = to;
        this.losing = losing;
        this.mending = mending;
        this.meanwhile = meanwhile;
    }

    @Override
    public String kind() {
        return "answers to " + to + " lost";
    }

    @Override
    public Needs needs() {
        return Needs.SURROUNDINGS;
    }

    @Override
    public Duration lasts() {
        return LASTS;
    }

    @Override
    public void inject() {
        lost = losing.get();
        if (meanwhile != null) meanwhile.inject();
    }

    @Override
    public void heal() {
        if (meanwhile != null) meanwhile.heal();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isPlanned() && !struck() && System.nanoTime() < end) Pause.millis(LOOK_EVERY_MILLIS);
        mending.run();
    }

    // what is healed beside it may have called it off
    private boolean isPlanned() {
        return lost != null && lost.left() > 0;
    }

    @Override
    public boolean struck() {
        return lost != null && lost.happened() > 0;
    }
}

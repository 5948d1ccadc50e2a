package io.corporateportals.testbed.simulation.scheduling;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Something that lives in a thread of its own and takes a step when it is its turn. */
public final class Actor {
    final String name;
    final Runnable life;
    final Runnable death;

    @Nullable
    Worker worker;

    @Nullable
    BooleanSupplier waitingFor;

    long pausedUntil;
    boolean doomed;
    boolean dead;

    Actor(String name, Runnable life, Runnable death) {
        this.name = name;
        this.life = life;
        this.death = death;
    }

    boolean isReady(long now) {
        return !dead && pausedUntil <= now && (waitingFor == null || waitingFor.getAsBoolean());
    }

    /** Whether it has ended, in whatever way. */
    public boolean isDead() {
        return dead;
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.corporateportals.assigner.model;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What holds for every history in every world that is built as the assigner is, and in no world that is built wrong. */
interface Property {
    int HISTORIES = 2_000;

    /** Where the first history comes from; a failure says which one to begin with to see it again. */
    long SEED = Long.getLong("seed", System.nanoTime());

    /** Fails with an {@link AssertionError} where the property does not hold. */
    void check(History history, Supplier<? extends World> newWorld, SplittableRandom random);

    default void holds() {
        holdsIn(World::new);
    }

    default void isBrokenBy(Supplier<? extends World> wrongWorld) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> holdsIn(wrongWorld));
    }

    private void holdsIn(Supplier<? extends World> newWorld) {
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            History history = RandomHistory.of(random);
            try {
                check(history, newWorld, random);
            } catch (AssertionError broken) {
                throw new AssertionError("to see it again: -Dseed=" + seed + ", with " + history, broken);
            }
        }
    }

    /** The world after all of it, each thing in a transaction of its own. */
    static World after(Iterable<? extends Happening> happenings, Supplier<? extends World> newWorld) {
        World world = newWorld.get();
        for (Happening happening : happenings) world.happens(happening);
        return world;
    }
}

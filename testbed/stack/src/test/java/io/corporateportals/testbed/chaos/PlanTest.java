package io.corporateportals.testbed.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.chaos.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTest {
    private record Named(String kind, Needs needs) implements Fault {
        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }

        @Override
        public void inject() {}

        @Override
        public void heal() {}
    }

    private static final List<Fault> KINDS = List.of(
            new Named("a", Fault.Needs.NOTHING),
            new Named("b", Fault.Needs.SURROUNDINGS),
            new Named("c", Fault.Needs.EVERYTHING),
            new Named("d", Fault.Needs.EVERYTHING));

    @Test
    void eachKindComesBeforeAnyComesAgain() {
        for (long seed = 0; seed < 100; seed++) {
            Plan plan = new Plan(KINDS, new Random(seed));
            List<String> kinds = new ArrayList<>();
            while (kinds.size() < KINDS.size())
                plan.next(KINDS.size() - kinds.size()).forEach(fault -> kinds.add(fault.kind()));

            assertThat(kinds).as("seed %d", seed).containsExactlyInAnyOrder("a", "b", "c", "d");
        }
    }

    @Test
    void whatNeedsEverythingComesAlone() {
        for (long seed = 0; seed < 100; seed++) {
            Plan plan = new Plan(KINDS, new Random(seed));
            for (int n = 0; n < 20; n++) {
                List<Fault> together = plan.next(2);
                if (together.size() > 1)
                    assertThat(together)
                            .as("seed %d", seed)
                            .noneMatch(fault -> fault.needs() == Fault.Needs.EVERYTHING);
            }
        }
    }

    @Test
    void pairsHappen() {
        Plan plan = new Plan(KINDS, new Random(1));
        int pairs = 0;
        for (int n = 0; n < 200; n++) if (plan.next(2).size() > 1) pairs++;

        assertThat(pairs).isPositive();
    }
}

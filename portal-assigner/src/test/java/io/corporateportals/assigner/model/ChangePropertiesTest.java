package io.corporateportals.assigner.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.AssignmentChange.Kind;
import io.corporateportals.assigner.model.Identity.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of assignments is a story that can be told, and is told once. */
class ChangePropertiesTest {
    private static final Property A_BATCH_TWICE_IS_A_BATCH_ONCE = ChangePropertiesTest::aBatchTwiceIsABatchOnce;
    private static final Property BATCHING_DOES_NOT_MATTER = ChangePropertiesTest::batchingDoesNotMatter;
    private static final Property CHANGES_ALTERNATE = ChangePropertiesTest::changesAlternate;

    private static void aBatchTwiceIsABatchOnce(
            History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World world = Property.after(history.portals(), newWorld);
        world.happenTogether(history.identities());
        Map<UserId, Account> accounts = Map.copyOf(world.accounts);
        List<AssignmentChange> changes = List.copyOf(world.changes);
        world.verdicts.clear();

        world.happenTogether(history.identities());

        assertThat(world.verdicts).hasOnlyElementsOfType(Verdict.Ignored.class);
        assertThat(world.accounts).isEqualTo(accounts);
        assertThat(world.changes).isEqualTo(changes);
    }

    private static void batchingDoesNotMatter(
            History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World oneByOne = Property.after(history.portalsFirst(), newWorld);
        World together = Property.after(history.portals(), newWorld);
        together.happenTogether(
                history.learners().stream().flatMap(List::stream).toList());

        assertThat(together.accounts).isEqualTo(oneByOne.accounts);
        assertThat(together.changes).isEqualTo(oneByOne.changes);
    }

    private static void changesAlternate(History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World world = Property.after(history.interleaved(random), newWorld);

        Map<UserId, Assignment> open = new TreeMap<>();
        Set<AssignmentId> used = new HashSet<>();
        long position = 0;
        for (AssignmentChange change : world.changes) {
            Assignment assignment = change.assignment();
            Assignment before = open.get(assignment.user());
            if (change.kind() == Kind.STARTED) {
                assertThat(before).as("starts although another is open").isNull();
                assertThat(used.add(assignment.id()))
                        .as("starts under a new id")
                        .isTrue();
                open.put(assignment.user(), assignment);
            } else {
                assertThat(assignment).as("is about the open one").isEqualTo(before);
                if (change.kind() == Kind.ENDED) open.remove(assignment.user());
            }
            assertThat(change.offset()).as("goes back").isGreaterThanOrEqualTo(position);
            position = change.offset();
        }
        assertThat(world.open).isEqualTo(open);
    }

    @Test
    void aBatchAppliedTwiceEqualsOnce() {
        A_BATCH_TWICE_IS_A_BATCH_ONCE.holds();
    }

    @Test
    void howRecordsAreBatchedDoesNotMatter() {
        BATCHING_DOES_NOT_MATTER.holds();
    }

    @Test
    void startsAndEndsAlternateAndPositionsNeverGoBack() {
        CHANGES_ALTERNATE.holds();
    }

    @Test
    void forgettingWhichEventsWereAppliedIsCaught() {
        A_BATCH_TWICE_IS_A_BATCH_ONCE.isBrokenBy(WrongWorlds.EventsForgotten::new);
    }

    @Test
    void recordsThatKnowNothingOfTheirBatchAreCaught() {
        BATCHING_DOES_NOT_MATTER.isBrokenBy(WrongWorlds.RecordsOfABatchAreStrangers::new);
    }

    @Test
    void forgettingThatAnAssignmentEndedIsCaught() {
        CHANGES_ALTERNATE.isBrokenBy(WrongWorlds.EndsForgotten::new);
    }

    @Test
    void aBackFillThatGoesBackInTheLogIsCaught() {
        CHANGES_ALTERNATE.isBrokenBy(WrongWorlds.BackFillAtTheBeginning::new);
    }
}

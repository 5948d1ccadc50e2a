package io.corporateportals.assigner.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.PortalEvent.Upserted;
import io.corporateportals.assigner.model.PortalEvent.Written;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** It does not matter when a portal arrives: back-fill and events come to the same. */
class BackFillPropertiesTest {
    private static final Property BACK_FILL_EQUALS_REPLAY = BackFillPropertiesTest::backFillEqualsReplay;
    private static final Property ORDER_DOES_NOT_MATTER = BackFillPropertiesTest::orderDoesNotMatter;
    private static final Property NOTHING_IS_LEFT_TO_DECIDE = BackFillPropertiesTest::nothingIsLeftToDecide;
    private static final Property A_NEW_HOST_MOVES_NOBODY = BackFillPropertiesTest::aNewHostMovesNobody;

    private static void backFillEqualsReplay(
            History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World replayed = Property.after(history.portalsFirst(), newWorld);
        World backFilled = Property.after(history.learnersFirst(), newWorld);

        assertThat(backFilled.openTerms()).isEqualTo(replayed.openTerms());
        assertThat(backFilled.accounts).isEqualTo(replayed.accounts);
    }

    private static void orderDoesNotMatter(
            History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World one = Property.after(history.interleaved(random), newWorld);
        World other = Property.after(history.interleaved(random), newWorld);

        assertThat(other.openTerms()).isEqualTo(one.openTerms());
        assertThat(other.accountsWithoutPositions()).isEqualTo(one.accountsWithoutPositions());
    }

    private static void nothingIsLeftToDecide(
            History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World world = Property.after(history.interleaved(random), newWorld);

        for (Account account : world.accounts.values())
            assertThat(world.openTerms().get(account.id()))
                    .isEqualTo(Belonging.decide(account, world.catalogue.now(), PolicyFixture.asShipped()));
    }

    private static void aNewHostMovesNobody(
            History history, Supplier<? extends World> newWorld, SplittableRandom random) {
        World world = Property.after(history.interleaved(random), newWorld);
        Map<UserId, Terms> before = world.openTerms();
        AboutPortal last = history.portals().get(history.portals().size() - 1);
        if (last.event() instanceof Upserted portal) {
            DomainName host = new DomainName("new.university.example");
            world.happens(new AboutPortal(new Upserted(
                    Happening.newEventId(),
                    portal.occurredAt(),
                    portal.after(),
                    new Written(host.value(), host),
                    portal.domains())));
        }

        assertThat(world.openTerms()).isEqualTo(before);
    }

    @Test
    void backFillEqualsReplay() {
        BACK_FILL_EQUALS_REPLAY.holds();
    }

    @Test
    void theOrderOfUnrelatedEventsDoesNotMatter() {
        ORDER_DOES_NOT_MATTER.holds();
    }

    @Test
    void nothingIsLeftToDecideWhenAllIsDone() {
        NOTHING_IS_LEFT_TO_DECIDE.holds();
    }

    @Test
    void aPortalsNewHostMovesNobody() {
        A_NEW_HOST_MOVES_NOBODY.holds();
    }

    @Test
    void aBackFillByDomainOnlyIsCaught() {
        BACK_FILL_EQUALS_REPLAY.isBrokenBy(WrongWorlds.BackFillByDomainOnly::new);
        ORDER_DOES_NOT_MATTER.isBrokenBy(WrongWorlds.BackFillByDomainOnly::new);
        NOTHING_IS_LEFT_TO_DECIDE.isBrokenBy(WrongWorlds.BackFillByDomainOnly::new);
    }

    @Test
    void aBackFillByOneHostOnlyIsCaught() {
        BACK_FILL_EQUALS_REPLAY.isBrokenBy(WrongWorlds.BackFillByOneHostOnly::new);
        ORDER_DOES_NOT_MATTER.isBrokenBy(WrongWorlds.BackFillByOneHostOnly::new);
        NOTHING_IS_LEFT_TO_DECIDE.isBrokenBy(WrongWorlds.BackFillByOneHostOnly::new);
    }

    @Test
    void aBackFillWithoutSubdomainsIsCaught() {
        BACK_FILL_EQUALS_REPLAY.isBrokenBy(WrongWorlds.BackFillWithoutSubdomains::new);
        ORDER_DOES_NOT_MATTER.isBrokenBy(WrongWorlds.BackFillWithoutSubdomains::new);
        NOTHING_IS_LEFT_TO_DECIDE.isBrokenBy(WrongWorlds.BackFillWithoutSubdomains::new);
    }

    @Test
    void aBackFillWithAnotherMatcherThanEventsIsCaught() {
        BACK_FILL_EQUALS_REPLAY.isBrokenBy(WrongWorlds.BackFillWithAnotherMatcher::new);
        ORDER_DOES_NOT_MATTER.isBrokenBy(WrongWorlds.BackFillWithAnotherMatcher::new);
        NOTHING_IS_LEFT_TO_DECIDE.isBrokenBy(WrongWorlds.BackFillWithAnotherMatcher::new);
    }

    @Test
    void portalsByTheirCurrentHostOnlyAreCaught() {
        A_NEW_HOST_MOVES_NOBODY.isBrokenBy(WrongWorlds.PortalsByCurrentHostOnly::new);
    }

    @Test
    void portalsFromACacheAreCaught() {
        BACK_FILL_EQUALS_REPLAY.isBrokenBy(WrongWorlds.EventsWithPortalsFromTheCache::new);
        ORDER_DOES_NOT_MATTER.isBrokenBy(WrongWorlds.EventsWithPortalsFromTheCache::new);
        NOTHING_IS_LEFT_TO_DECIDE.isBrokenBy(WrongWorlds.EventsWithPortalsFromTheCache::new);
    }
}

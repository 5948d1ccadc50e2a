package io.corporateportals.testbed.simulation;

import io.corporateportals.exporter.application.Standing;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.scheduling.Actor;
import io.corporateportals.testbed.simulation.scheduling.Chance;
import io.corporateportals.testbed.simulation.scheduling.Pace;
import io.corporateportals.testbed.simulation.scheduling.Scheduler;
import io.corporateportals.testbed.simulation.scheduling.Toll;
import io.corporateportals.testbed.simulation.scheduling.Violation;
import io.corporateportals.testbed.simulation.script.PortalRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: some records of the LMS, two instances of the assigner, two of the exporter, and what goes wrong. First
 * everything that may happen happens; then it heals, and must come to rest in the one right state.
 */
final class Schedule implements Scheduler.Between {
    private static final int ASSIGNERS = 2;
    private static final int STEPS_AT_MOST = 6000;

    private final World world;
    private final Chance chance;
    private final Scheduler scheduler;
    private final Invariants invariants;
    private final Actor[] assigners = new Actor[ASSIGNERS];
    private final Odds odds;
    private final Chance aside;
    private final boolean coordinatorsAnswerEarly;
    private int events;
    private int portals;
    private boolean healing;
    private boolean isRestored;

    /** How often the world changes, of all steps. */
    private record Odds(
            int trouble,
            double append,
            double portal,
            double move,
            double tell,
            double restart,
            double timeOut,
            double loseOffsets,
            double refuse,
            double restore) {}

    /**
     * What came of it.
     *
     * @param violation null: nothing that must not happen
     */
    record Outcome(long seed, @Nullable Violation violation, Toll toll, List<String> trace) {}

    private Schedule(long seed, Conduct conduct, Scheduler.Threads threads, boolean traced) {
        this.chance = new Chance(seed);
        // what was added later draws of its own, so that a kept seed means what it meant
        this.aside = new Chance(~seed);
        this.coordinatorsAnswerEarly = aside.in(0.1);
        this.scheduler = new Scheduler(chance, threads, traced);
        this.world = new World(chance, scheduler, conduct);
        this.invariants = new Invariants(world);
        this.odds = new Odds(
                chance.between(40, 160),
                chance.of(List.of(0.05, 0.15, 0.5)),
                chance.of(List.of(0.01, 0.03, 0.1)),
                chance.of(List.of(0.0, 0.005, 0.02)),
                chance.of(List.of(0.01, 0.1)),
                chance.of(List.of(0.05, 0.3)),
                chance.of(List.of(0.0, 0.0, 0.02)),
                chance.in(0.1) ? 0.01 : 0,
                chance.in(0.2) ? 0.01 : 0,
                chance.in(0.2) ? 0.02 : 0);
    }

    /** Runs the schedule that a seed stands for. */
    static Outcome run(long seed, Conduct conduct, Scheduler.Threads threads, boolean traced)
            throws InterruptedException {
        return new Schedule(seed, conduct, threads, traced).run(seed);
    }

    private Outcome run(long seed) throws InterruptedException {
        found();
        scheduler.goes(Pace.drawn(chance));
        Violation violation = scheduler.run(this);
        return new Outcome(seed, violation, scheduler.toll(), scheduler.trace());
    }

    // nothing can go wrong yet
    private void found() {
        AssignerInstance founder = new AssignerInstance(world);
        for (PortalRecord record : world.script.founding()) {
            world.append(record);
            founder.applyPortal();
        }
        while (founder.hasBackFills()) founder.backFills();
        hire();
        world.exporters.assign();
    }

    private void hire() {
        for (int i = 0; i < ASSIGNERS; i++)
            if (assigners[i] == null || assigners[i].isDead())
                assigners[i] = scheduler.start("assigner " + i, new AssignerInstance(world), () -> {});
    }

    @Override
    public void happens() {
        if (healing) {
            heal();
            return;
        }
        sendMore();
        if (chance.in(odds.restart())) {
            hire();
            world.exporters.assign();
        }
        if (scheduler.misfortune(odds.move())) world.exporters.move(chance.below(world.kafka.partitions()));
        if (chance.in(odds.restart())) world.exporters.moveFromPaused();
        if (chance.in(odds.tell())) world.exporters.tellFormer();
        if (chance.in(odds.restart())) world.exporters.allowRecovery();
        if (world.kafka.hasOpenTransactions() && scheduler.misfortune(odds.timeOut()))
            world.kafka.timeOut(chance.below(4));
        if (odds.restore() > 0 && chance.in(0.03)) world.postgres.backUp();
        if (scheduler.misfortune(odds.restore())) invariants.excuse(this::restore);
        if (scheduler.misfortune(odds.loseOffsets())) invariants.excuse(this::loseOffsets);
        if (coordinatorsAnswerEarly) answerEarly();
        if (scheduler.misfortune(odds.refuse())) invariants.excuse(() -> refuse(chance.in(0.7) ? "a" : "b"));
        for (String portal : world.returning())
            if (scheduler.misfortune(5 * odds.refuse())) invariants.excuse(() -> refuse(portal));
        if (scheduler.steps() > odds.trouble()
                && events == world.script.events().size()
                && portals == world.script.portals().size()) startHealing();
    }

    private void sendMore() {
        int burst = chance.in(odds.append()) ? chance.between(1, 3) : 0;
        for (; burst > 0 && events < world.script.events().size(); burst--)
            world.append(world.script.events().get(events++));
        if (portals < world.script.portals().size() && chance.in(odds.portal()))
            world.append(world.script.portals().get(portals++));
    }

    private void loseOffsets() {
        int partition = chance.below(world.kafka.partitions());
        world.scheduler.note("the group's offset of " + partition + " is lost");
        world.kafka.loseOffsets(partition);
        world.exporters.move(partition);
    }

    private void answerEarly() {
        if (aside.in(0.1)) world.kafka.showLast();
        int partition = aside.below(world.kafka.partitions());
        long confirmed = world.tables.owners.get(partition).confirmed();
        List<Standing> old = world.kafka.former(partition).stream()
                .filter(standing -> standing.batch() < confirmed)
                .toList();
        if (old.isEmpty() || !aside.in(0.02)) return;
        scheduler.note("the coordinator shows an old position of " + partition);
        invariants.excuse(() -> world.kafka.showFormer(partition, aside.of(old)));
        world.exporters.move(partition);
    }

    // some notice it by themselves, and some are started again
    private void restore() {
        if (!world.postgres.restore()) return;
        scheduler.note("PostgreSQL is restored");
        for (Actor assigner : assigners) if (chance.in(0.3)) scheduler.kill(assigner);
        isRestored = true;
    }

    private void refuse(String portal) {
        boolean refused = chance.in(0.7);
        world.scheduler.note("the feed of " + portal + (refused ? " cannot be written" : " can be written again"));
        world.kafka.refuse(portal, refused);
        if (!refused) world.exporters.bringBack();
    }

    private void startHealing() {
        healing = true;
        // who has nothing to read does not notice
        if (isRestored) for (Actor assigner : assigners) scheduler.kill(assigner);
        scheduler.goes(Pace.CALM);
        scheduler.wake();
        scheduler.note("from here on nothing goes wrong");
        world.kafka.showLast();
        world.kafka.refuse("a", false);
        world.kafka.refuse("b", false);
    }

    private void heal() {
        hire();
        world.exporters.assign();
        world.exporters.tellFormer();
        world.exporters.bringBack();
        world.exporters.allowRecovery();
        if (world.isAtRest()) {
            invariants.holdAtRest();
            scheduler.end();
        } else if (scheduler.steps() > STEPS_AT_MOST) {
            throw new Violation("STUCK: it never comes to rest");
        }
    }

    @Override
    public void timePasses() {
        if (healing) world.kafka.timeOut(0);
        else {
            sendMore();
            hire();
            world.exporters.assign();
            world.exporters.tellFormer();
            world.kafka.timeOut(0);
            if (events == world.script.events().size()
                    && portals == world.script.portals().size()) startHealing();
        }
        if (healing) heal();
    }
}

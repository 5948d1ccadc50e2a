package io.corporateportals.testbed.simulation.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides at every step who goes on. One actor runs at a time, in a thread of its own; the decision is taken in the thread
 * that has run so far, so that to go on costs nothing. What a seed leads to does not depend on the threads.
 */
public final class Scheduler {
    /** What happens between steps. */
    public interface Between {
        /** May change anything, and start actors. */
        void happens();

        /** Everybody waits: time goes by until something gives. */
        void timePasses();
    }

    private final Chance chance;
    private final Worker.Pool pool;
    private final List<Actor> actors = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final @Nullable List<String> trace;
    private @Nullable Actor current;
    private @Nullable Between between;
    private @Nullable Violation violation;
    private Pace pace = Pace.CALM;
    private long steps;
    private int faults;
    private int kills;
    private int pauses;
    private int losses;
    private long news;
    private boolean over;

    /** Threads that schedules run one after the other may share. */
    public static final class Threads {
        private final Worker.Pool pool = new Worker.Pool();
    }

    /**
     * Begins nothing yet.
     *
     * @param traced whether every step is written down
     */
    public Scheduler(Chance chance, Threads threads, boolean traced) {
        this.chance = chance;
        this.pool = threads.pool;
        this.trace = traced ? new ArrayList<>() : null;
    }

    /** Runs until {@link #end} or a violation. */
    public @Nullable Violation run(Between between) throws InterruptedException {
        this.between = between;
        Actor first = choose(null);
        if (first != null) {
            handTo(first);
            ended.await();
        }
        return violation;
    }

    /** From now on. */
    public void goes(Pace next) {
        this.pace = next;
    }

    /** A new actor; its first step comes when it comes. */
    public Actor start(String name, Runnable life, Runnable death) {
        Actor actor = new Actor(name, life, death);
        actors.add(actor);
        return actor;
    }

    /** Everybody is unwound, and nothing happens any more. */
    public void end() {
        over = true;
    }

    /** Ends with a violation. */
    public void end(Violation found) {
        if (violation == null) violation = found;
        over = true;
    }

    /** One step of the actor that runs: before it, anything may happen, even its death. Outside of actors, nothing does. */
    public void step(String what) {
        Actor me = current;
        if (me == null || me.dead) return;
        if (over) throw new Crash();
        steps++;
        Actor interrupted = me;
        current = null;
        try {
            if (between != null) between.happens();
        } finally {
            current = interrupted;
        }
        if (over) throw new Crash();
        misfortune(me, what);
        yieldTo(choose(me), me);
        note(what);
    }

    /** Waits until something is so; whatever else there is goes on. */
    public void await(BooleanSupplier condition) {
        Actor me = current;
        if (me == null || me.dead || condition.getAsBoolean()) return;
        me.waitingFor = condition;
        yieldTo(choose(me), me);
        me.waitingFor = null;
    }

    /** Waits until anything has changed, or time has passed. */
    public void idle() {
        long known = news;
        await(() -> news != known);
    }

    /** An actor dies as soon as it would go on. */
    public void kill(Actor actor) {
        actor.doomed = true;
        actor.waitingFor = null;
        actor.pausedUntil = 0;
    }

    /** Something has changed that somebody may wait for. */
    public void news() {
        news++;
    }

    /** The answer to what the actor that runs has asked; lost, now and then. */
    public void answer(String what) {
        Actor me = current;
        if (me == null || me.dead || !misfortune(pace.losing())) return;
        losses++;
        note("never hears of: " + what);
        throw new AnswerLost(what);
    }

    /** Whether something that goes wrong in so many cases goes wrong now. */
    public boolean misfortune(double probability) {
        if (faults >= pace.faults() || !chance.in(probability)) return false;
        faults++;
        return true;
    }

    /** Who runs; null outside of actors. */
    public @Nullable Actor current() {
        return current;
    }

    /** How many steps were taken. */
    public long steps() {
        return steps;
    }

    /** What happened so far. */
    public Toll toll() {
        return new Toll(1, steps, kills, pauses, losses);
    }

    /** Whether an actor stands still for a while. */
    public boolean isPaused(Actor actor) {
        return actor.pausedUntil > steps;
    }

    /** Lets paused actors go on. */
    public void wake() {
        for (Actor actor : actors) actor.pausedUntil = 0;
    }

    /** Writes something down, if anybody wants to read it. */
    public void note(String what) {
        if (trace != null) trace.add((current == null ? "world" : current.name) + ": " + what);
    }

    /** As {@link #note(String)}, for what takes time to put into words. */
    public void note(Supplier<String> what) {
        if (trace != null) note(what.get());
    }

    /** Every step, where it was asked for. */
    public List<String> trace() {
        return trace == null ? List.of() : trace;
    }

    private void misfortune(Actor me, String what) {
        if (misfortune(pace.crashing())) {
            kills++;
            note("is killed before: " + what);
            throw new Crash();
        }
        if (misfortune(pace.pausing(what))) {
            pauses++;
            note("is paused before: " + what);
            me.pausedUntil = steps + chance.between(5, 120);
        }
    }

    private @Nullable Actor choose(@Nullable Actor me) {
        for (int patience = 0; patience < 200; patience++) {
            if (over) return someoneAlive(me);
            if (me != null && me.isReady(steps) && !chance.in(pace.switching())) return me;
            int ready = 0;
            for (Actor actor : actors) if (actor.isReady(steps)) ready++;
            if (ready > 0) return nth(chance.below(ready));
            passTime();
        }
        end(new Violation("STUCK: everybody waits"));
        return someoneAlive(me);
    }

    private void passTime() {
        Actor interrupted = current;
        current = null;
        wake();
        news();
        if (between != null) between.timePasses();
        current = interrupted;
    }

    private Actor nth(int index) {
        int left = index;
        for (Actor actor : actors) if (actor.isReady(steps) && left-- == 0) return actor;
        throw new IllegalStateException("a condition has changed while it was looked at");
    }

    // at the end each actor gets the baton once more, and is unwound
    private @Nullable Actor someoneAlive(@Nullable Actor me) {
        if (me != null && !me.dead) return me;
        for (Actor actor : actors) if (!actor.dead) return actor;
        return null;
    }

    private void yieldTo(@Nullable Actor next, Actor me) {
        Worker mine = me.worker;
        if (next == null || mine == null) throw new IllegalStateException("nobody goes on");
        if (next != me) {
            handTo(next);
            mine.await();
            current = me;
        }
        if (over || me.doomed) throw new Crash();
    }

    private void handTo(Actor next) {
        Worker worker = next.worker;
        if (worker == null) {
            worker = pool.forLife(() -> live(next));
            next.worker = worker;
        }
        worker.give();
    }

    private void live(Actor actor) {
        current = actor;
        try {
            if (!over && !actor.doomed) actor.life.run();
        } catch (Crash killed) {
            note("is gone");
        } catch (Violation found) {
            end(found);
        } catch (Throwable fault) {
            end(new Violation("BROKEN: " + fault + " at "
                    + List.of(fault.getStackTrace()).stream().limit(6).toList()));
        }
        buried(actor);
    }

    private void buried(Actor actor) {
        actor.dead = true;
        current = null;
        actor.death.run();
        news();
        Actor next = null;
        try {
            if (!over && between != null) between.happens();
            next = choose(null);
        } catch (Violation found) {
            end(found);
            next = someoneAlive(null);
        }
        Worker worker = actor.worker;
        if (worker != null) pool.rests(worker);
        if (next == null) ended.countDown();
        else handTo(next);
    }
}

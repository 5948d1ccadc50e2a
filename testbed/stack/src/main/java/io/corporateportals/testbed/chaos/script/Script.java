package io.corporateportals.testbed.chaos.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the LMS tells, event by event, all of it from the seed but the times: learners register, work, move, opt out,
 * return, correct themselves, object and go; old records come again; some cannot be read; and at times all come at once.
 */
public final class Script implements AutoCloseable {
    private static final int PORTALS = 8;
    private static final int PORTALS_AT_FIRST = 5;
    private static final int LEARNERS = 240;
    private static final int LEAVING_PERCENT = 45;
    private static final int RUSH = 60;

    private final Random random;
    private final Deeds deeds;
    private final List<PortalLife> portals;
    private final List<Learner> learners = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private int ofAll;

    /** Something that happens so often. */
    private record Turn(int weight, Consumer<Learner> deed) {}

    /** Tells it to the broker, with the schemas of the registry. */
    public Script(long seed, String bootstrapServers, String registryUrl) {
        random = new Random(seed);
        deeds = new Deeds(random, new Outbound(bootstrapServers, registryUrl));
        portals = IntStream.range(0, PORTALS)
                .mapToObj(n -> new PortalLife("partner-" + n))
                .toList();
        turn(690, deeds::work);
        turn(100, this::move);
        turn(10, deeds::leaveAndReturn);
        turn(10, this::passThrough);
        turn(10, this::workAheadAndMove);
        turn(40, learner -> register());
        turn(25, deeds::rename);
        turn(15, this::object);
        turn(10, learner -> deeds.joinUnverified(learner, somePortal()));
        turn(10, deeds::verify);
        turn(10, this::terminate);
        turn(50, deeds::repeat);
        turn(10, learner -> deeds.tellLate(learner, somePortal()));
        turn(8, deeds::tellUnreadably);
        turn(2, learner -> deeds.change(somePortal()));
    }

    private void turn(int weight, Consumer<Learner> deed) {
        turns.add(new Turn(weight, deed));
        ofAll += weight;
    }

    /** What is there before anything goes wrong: some portals, some learners, and a record of each type. */
    public void begin() {
        portals.subList(0, PORTALS_AT_FIRST).forEach(deeds::create);
        deeds.flush();
        while (learners.size() < LEARNERS / 2) register();
        for (int n = 0; n < LEARNERS; n++) deeds.work(someone());
        Learner first = someone();
        deeds.rename(first);
        deeds.object(first);
        deeds.object(first);
        deeds.joinUnverified(first, somePortal());
        deeds.verify(first);
        terminate(someone());
        PortalLife portal = portals.get(PORTALS - 1);
        deeds.create(portal);
        deeds.settle(portal);
        deeds.flush();
    }

    /** Tells one more thing, or two that belong together. */
    public void next() {
        if (learners.size() < LEARNERS / 2) {
            register();
            return;
        }
        int choice = random.nextInt(ofAll);
        for (Turn turn : turns) {
            choice -= turn.weight();
            if (choice < 0) {
                turn.deed().accept(someone());
                return;
            }
        }
    }

    /** Tells many at once, and changes a portal among them; returns how many turns. */
    public int rush() {
        for (int n = 0; n < RUSH; n++) next();
        deeds.change(somePortal());
        for (int n = 0; n < RUSH; n++) next();
        return RUSH + 1 + RUSH;
    }

    /** Someone who belongs to a portal leaves it for a private address. */
    public void optOut() {
        Learner learner = someone();
        for (int n = 0; n < learners.size() && deeds.isPrivate(learner); n++) learner = learners.get(n);
        deeds.leave(learner);
        deeds.flush();
    }

    /** Brings every portal back, so that what is open at last is shared. */
    public void end() {
        portals.forEach(deeds::settle);
        deeds.flush();
        learners.forEach(deeds::work);
        deeds.flush();
    }

    private void register() {
        if (learners.size() < LEARNERS) learners.add(deeds.register(somePortal()));
        else deeds.work(someone());
    }

    // away, or to a portal, or another address at one
    private void move(Learner learner) {
        if (!deeds.isPrivate(learner) && random.nextInt(100) < LEAVING_PERCENT) deeds.leave(learner);
        else deeds.join(learner, somePortal());
    }

    // one portal's for a moment, then another's
    private void passThrough(Learner learner) {
        deeds.join(learner, somePortal());
        deeds.join(learner, somePortal());
    }

    private void workAheadAndMove(Learner learner) {
        deeds.workAhead(learner);
        deeds.join(learner, somePortal());
    }

    // those who object are fewer than those who do not
    private void object(Learner learner) {
        if (learner.objects || random.nextInt(3) == 0) deeds.object(learner);
        else deeds.work(learner);
    }

    private void terminate(Learner learner) {
        deeds.terminate(learner);
        learners.remove(learner);
    }

    private PortalLife somePortal() {
        return portals.get(random.nextInt(PORTALS));
    }

    private Learner someone() {
        return learners.get(random.nextInt(learners.size()));
    }

    @Override
    public void close() {
        deeds.close();
    }
}

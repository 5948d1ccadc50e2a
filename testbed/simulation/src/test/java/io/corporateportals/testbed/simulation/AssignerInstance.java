package io.corporateportals.testbed.simulation;

import io.corporateportals.assigner.application.AssembledAssigner;
import io.corporateportals.assigner.application.BackFill;
import io.corporateportals.assigner.application.PolicyInForce;
import io.corporateportals.assigner.application.PortalEvents;
import io.corporateportals.assigner.application.UserEvents;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.LogEntry;
import io.corporateportals.testbed.simulation.script.ForTheAssigner;
import io.corporateportals.testbed.simulation.script.LmsEvent;
import io.corporateportals.testbed.simulation.script.PortalRecord;
import io.corporateportals.testbed.simulation.store.AssignerStore;
import io.corporateportals.testbed.simulation.store.Catalogue;
import io.corporateportals.testbed.simulation.store.ProgressAccess;
import io.corporateportals.testbed.simulation.store.Requests;
import java.util.ArrayList;
import java.util.List;

/**
 * One instance of the assigner: reads every partition, as if nobody else did, applies portals' events and back-fills, and
 * after a fault tries again.
 */
final class AssignerInstance implements Runnable {
    private final World world;
    private final ProgressAccess progress;
    private final UserEvents userEvents;
    private final BackFill backFill;
    private final PortalEvents portalEvents;
    private final Requests requests;
    private final List<Long> positions = new ArrayList<>();
    private long portalPosition;

    AssignerInstance(World world) {
        this.world = world;
        AssignerStore store = new AssignerStore(world.postgres);
        Catalogue catalogue = new Catalogue(world.postgres, true);
        Catalogue ofBackFill = new Catalogue(world.postgres, world.conduct.backFillMatchesAsEvents());
        this.requests = new Requests(world.postgres, world.conduct);
        this.progress = new ProgressAccess(store, catalogue, true, world.conduct);
        ProgressAccess fillsProgress =
                new ProgressAccess(store, ofBackFill, world.conduct.backFillLocks(), world.conduct);
        AssembledAssigner assembled = new AssembledAssigner(
                world.postgres,
                new PolicyInForce(ForTheAssigner.POLICY, AssignerStore.FINGERPRINT),
                () -> new AssignmentId(world.chance.uuid()));
        AssembledAssigner.Stores stores = new AssembledAssigner.Stores(progress, store, store, catalogue, store);
        this.userEvents = assembled.userEvents(stores);
        this.backFill = assembled.backFill(
                new AssembledAssigner.Stores(fillsProgress, store, store, ofBackFill, store),
                requests,
                world.chance.between(1, 2));
        this.portalEvents = assembled.portalEvents(stores, requests, ForTheAssigner.RULES);
        for (int partition = 0; partition < world.kafka.partitions(); partition++)
            positions.add(progress.of(partition).nextOffset());
        portalPosition = world.portalOffset();
    }

    @Override
    public void run() {
        while (true) {
            try {
                piece();
            } catch (RuntimeException fault) {
                world.expect(fault);
            }
        }
    }

    private void piece() {
        boolean idle = true;
        if (portalPosition < world.portalLog.size() && world.chance.in(0.5)) {
            idle = false;
            applyPortal();
        }
        if (hasBackFills() && world.chance.in(0.5)) {
            idle = false;
            backFills();
        }
        for (int partition = 0; partition < positions.size(); partition++)
            if (positions.get(partition) < world.kafka.log(partition).size()) {
                idle = false;
                decide(partition);
            }
        boolean nothing = !hasBackFills() && portalPosition >= world.portalLog.size();
        world.scheduler.step("poll");
        if (idle && nothing) world.scheduler.idle();
    }

    void applyPortal() {
        PortalRecord record = world.portalLog.get((int) portalPosition);
        PortalEvents.Place place = new PortalEvents.Place(
                world.conduct.portalsGoBack() ? portalPosition : 0, portalPosition, portalPosition);
        long nextOffset = portalEvents.apply(ForTheAssigner.event(record), place);
        portalPosition = world.conduct.portalsGoBack() ? nextOffset : portalPosition + 1;
    }

    boolean hasBackFills() {
        return requests.remaining() > 0;
    }

    void backFills() {
        backFill.decideChunk();
    }

    private void decide(int partition) {
        long position = positions.get(partition);
        if (position > 0 && world.chance.in(0.05)) position -= world.chance.between(1, (int) Math.min(position, 3));
        List<LmsEvent> log = world.kafka.log(partition);
        int end = (int) Math.min(log.size(), position + world.chance.between(1, 4));
        List<LogEntry> entries = new ArrayList<>();
        for (int offset = (int) position; offset < end; offset++)
            entries.add(ForTheAssigner.entry(log.get(offset), offset));
        progress.polls(partition);
        world.scheduler.step("poll");
        UserEvents.Batch batch = new UserEvents.Batch(partition, position, entries, end);
        long nextOffset = userEvents.decide(batch, rejected -> world.scheduler.step("dead letters"));
        positions.set(partition, nextOffset);
    }
}

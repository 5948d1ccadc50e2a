package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.LogRecord;
import io.corporateportals.exporter.model.Plan;
import io.corporateportals.exporter.model.Position;
import io.corporateportals.exporter.model.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A parked portal reads the log again, through the same gate, step by step, up to where its partition stands. */
final class Returning implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Returning.class);

    private final PartitionLoop.Surroundings world;
    private final Publisher publisher;
    private final int partition;
    private @Nullable Log again;
    private @Nullable Upcoming its;

    Returning(PartitionLoop.Surroundings world, Publisher publisher) {
        this.world = world;
        this.publisher = publisher;
        this.partition = publisher.owner().partition();
    }

    boolean isBusy() {
        return its != null;
    }

    void step(Glance glance) {
        CatchUp current = current(glance);
        if (current == null || !current.equals(publisher.standing().catchUp())) close();
        if (current == null) {
            publisher.nobodyReturns();
            return;
        }
        Position main = publisher.standing().main();
        Upcoming records = records(current);
        // as long as there are changes to tell, nothing is to be read
        boolean changes = current.position().cursor().sequence() < main.cursor().sequence();
        Duration patience = changes ? Duration.ZERO : world.pace().lookEvery();
        List<LogRecord> missed = records.within(patience, main.offset()).stream()
                .filter(record -> record.offset() < main.offset())
                .toList();
        Plan plan = publisher.list(new Look(
                current.position(),
                missed,
                new Scope.Only(current.portal()),
                main.cursor().sequence(),
                world.pace().limits()));
        Position position = plan.position();
        records.doneBefore(position.offset());
        boolean told = position.cursor().sequence() == main.cursor().sequence();
        boolean read = told && records.next() >= main.offset();
        if (read) position = new Position(main.offset(), position.cursor());
        CatchUp next = new CatchUp(current.portal(), current.round(), position);
        publisher.publish(plan, publisher.standing().catchingUp(next, publisher.owner()), records);
        if (read) finish(next);
    }

    private void finish(CatchUp returned) {
        world.parked().unpark(publisher.owner(), returned);
        log.info("partition {}: portal {} has returned", partition, returned.portal());
        publisher.returned(returned.portal());
        close();
    }

    private @Nullable CatchUp current(Glance glance) {
        CatchUp begun = publisher.standing().catchUp();
        @Nullable CatchUp next = null;
        for (Parked parked : glance.parked()) {
            CatchUp reached = begun != null && parked.isThatOf(begun)
                    ? begun
                    : new CatchUp(parked.portal(), parked.round(), parked.from());
            if (goesOn(parked, reached)) next = next == null || reached.equals(begun) ? reached : next;
        }
        return next;
    }

    private boolean goesOn(Parked parked, CatchUp reached) {
        return switch (parked.state()) {
            case RETURNING -> true;
            case TO_STOP -> !world.parked().stop(publisher.owner(), parked.stoppedAt(reached.position()));
            case STOPPED -> false;
        };
    }

    private Upcoming records(CatchUp current) {
        if (its != null) return its;
        Log opened = world.clients().log(partition);
        again = opened;
        Upcoming fresh = new Upcoming(opened);
        fresh.seek(current.position().offset(), true);
        its = fresh;
        return fresh;
    }

    @Override
    public void close() {
        if (again != null) again.close();
        again = null;
        its = null;
    }
}

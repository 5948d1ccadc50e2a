package io.corporateportals.testbed.demo;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.LmsEvent;
import io.corporateportals.testbed.lms.Replay;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.Patience;
import io.corporateportals.testbed.watch.Processing;
import io.corporateportals.testbed.watch.ProgressBar;
import io.corporateportals.testbed.watch.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets the LMS tell everything, at the pace of the services, and waits until all of it is processed. */
final class Run {
    /** How far the LMS may be ahead: with a year on its way at once, the time to retract would be the queue's. */
    private static final int AHEAD = 2000;

    private static final int LOOK_EVERY = 500;

    private final Processing processing;
    private final Announced announced;
    private final Patience patience;
    private final ProgressBar bar;
    private final Map<String, Long> portals = new HashMap<>();
    private boolean awaited = true;

    Run(Processing processing, Announced announced, Patience patience, ProgressBar bar) {
        this.processing = processing;
        this.announced = announced;
        this.patience = patience;
        this.bar = bar;
    }

    /** Returns when everything is processed and announced. */
    void complete(Replay replay, Emitter emitter) {
        int sent = 0;
        for (LmsEvent event : replay.events()) {
            if (event.topic().equals(Topics.PORTAL_EVENTS)) {
                portals.put(event.key(), event.at().toEpochMilli());
                awaited = false;
            } else {
                if (!awaited) awaitPortals(emitter);
                if (++sent % LOOK_EVERY == 0) keepPace(sent);
            }
            emitter.emit(event);
        }
        emitter.flush();
        awaitAll();
        bar.end();
    }

    // A month passes here in seconds: without waiting, a new portal's learners would be found months later.
    private void awaitPortals(Emitter emitter) {
        emitter.flush();
        while (!portalsAreDecided()) {
            announced.read();
            patience.moment(portals);
        }
        awaited = true;
    }

    private void keepPace(int sent) {
        long exported = processing.exported();
        while (sent - exported > AHEAD) {
            bar.show(exported);
            patience.moment(exported);
            exported = processing.exported();
        }
        bar.show(exported);
    }

    private void awaitAll() {
        Map<Integer, Long> ends = processing.ends();
        while (true) {
            announced.read();
            Map<Integer, Standing> standings = processing.standings();
            boolean processed = Processing.behind(standings, ends) == 0 && announced.hasAll(standings);
            if (processed && portalsAreDecided()) return;
            bar.show(standings.values().stream().mapToLong(Standing::exported).sum());
            patience.moment(List.of(standings, announced.assignments().size()));
        }
    }

    private boolean portalsAreDecided() {
        return portals.entrySet().stream().allMatch(portal -> announced.isDecided(portal.getKey(), portal.getValue()));
    }
}

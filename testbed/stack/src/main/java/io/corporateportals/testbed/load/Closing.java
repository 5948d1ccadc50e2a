package io.corporateportals.testbed.load;

import io.corporateportals.testbed.load.Ground.Given;
import io.corporateportals.testbed.watch.Patience;
import io.corporateportals.testbed.watch.Pause;
import io.corporateportals.testbed.watch.ProgressBar;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A huge portal closes, while other portals' learners work and leave. */
final class Closing {
    private static final int HUGE = 0;
    private static final String HUGE_ID = "huge";
    private static final int OTHERS = 5;
    private static final int OF_OTHERS_IN_THOUSAND = 20;
    private static final int AT_LEAST_OF_OTHERS = 500;
    private static final int EVERY_MILLIS = 10;
    private static final int EACH_TIME = 2;
    private static final int IN_THOUSAND_COME = 50;
    private static final int IN_THOUSAND_LEAVE = 50;

    private final Size size;
    private final Given given;
    private final Report report;

    /**
     * How huge.
     *
     * @param entries on its feed
     * @param seconds how long the other portals are watched before it closes
     */
    record Size(int learners, int entries, int seconds) {}

    Closing(Size size, Given given) {
        this.size = size;
        this.given = given;
        this.report = given.report();
    }

    private static List<Partner> partners() {
        return Stream.concat(
                        Stream.of(new Partner(HUGE_ID, true)),
                        IntStream.rangeClosed(1, OTHERS).mapToObj(n -> new Partner("other-" + n, true)))
                .toList();
    }

    /** Returns when it has been reported. */
    void run() {
        given.terminal().say("starting the services and opening portals");
        long begin = System.nanoTime();
        try (Scene scene = new Scene(given.parts(), given.heap(), partners(), size.learners() + size.entries())) {
            Crowd others = new Crowd(scene.lms, scene.told, HUGE + 1, scene.random);
            try (Background reading = new Background("reading", 0, scene.feeds::takeNew)) {
                double filling = fill(scene, others);
                awaitHeld(scene, reading);
                close(scene, others, reading, filling);
            }
            report.memory(scene.services, given.heap(), (System.nanoTime() - begin) / 1_000_000);
            report.complaints(scene.services);
            scene.feeds.takeAll();
            report.held(scene.seen);
        }
    }

    private double fill(Scene scene, Crowd others) {
        int ofOthers = Math.max(AT_LEAST_OF_OTHERS, size.learners() * OF_OTHERS_IN_THOUSAND / 1000);
        for (int n = 0; n < ofOthers; n++) others.join();
        return new Filling(scene, report).of(HUGE, size.learners(), size.entries());
    }

    private void awaitHeld(Scene scene, Background reading) {
        Patience patience = scene.patience(reading);
        while (scene.seen.held() < size.entries()) patience.moment(scene.seen.held());
    }

    private void close(Scene scene, Crowd others, Background reading, double filling) {
        int begin = scene.told.events();
        given.terminal().say("watching the other portals alone, for " + size.seconds() + " s");
        try (Background working = working(others)) {
            awaitSeconds(size.seconds(), working);
        }
        int closed = scene.told.events();
        scene.lms.closes(HUGE);
        scene.lms.flush();
        double seconds;
        try (Background working = working(others)) {
            seconds = awaitEnds(scene, scene.patience(reading, working));
        }
        int end = scene.told.events();
        scene.drain("worked off").await();
        double perSecond = size.entries() / seconds;
        report.line(
                "closed in %,.1f s: %,.0f retractions a second, %.2f of the filling",
                seconds, perSecond, perSecond / filling);
        report.latencies(
                Latencies.of(scene.told, scene.seen, begin, closed), Latencies.of(scene.told, scene.seen, closed, end));
    }

    private static void awaitSeconds(int seconds, Background meanwhile) {
        for (int second = 0; second < seconds && meanwhile.fault() == null; second++) Pause.millis(1000);
    }

    private static Background working(Crowd others) {
        return new Background("others", EVERY_MILLIS, () -> {
            for (int n = 0; n < EACH_TIME; n++) others.next(IN_THOUSAND_COME, IN_THOUSAND_LEAVE);
        });
    }

    private double awaitEnds(Scene scene, Patience patience) {
        long begin = System.nanoTime();
        ProgressBar bar = new ProgressBar("closed", size.learners());
        while (scene.seen.ends(HUGE_ID) < size.learners()) {
            bar.show(scene.seen.ends(HUGE_ID));
            patience.moment(scene.seen.ends(HUGE_ID));
        }
        bar.end();
        return (System.nanoTime() - begin) / 1e9;
    }
}

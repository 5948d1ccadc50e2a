package io.corporateportals.testbed.load;

import io.corporateportals.testbed.load.Ground.Given;
import io.corporateportals.testbed.watch.ProgressBar;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** While the services are away, the LMS goes on; then they are back and work it off. */
final class Backlog {
    private static final int PARTNERS = 6;
    private static final int IN_THOUSAND_COME = 50;
    private static final int IN_THOUSAND_LEAVE = 5;

    private final int events;
    private final Given given;
    private final Report report;

    Backlog(int events, Given given) {
        this.events = events;
        this.given = given;
        this.report = given.report();
    }

    private static List<Partner> partners() {
        return Stream.concat(
                        IntStream.rangeClosed(1, PARTNERS).mapToObj(n -> new Partner("partner-" + n, true)),
                        Stream.of(new Partner("undecided", false)))
                .toList();
    }

    /** Returns when it has been reported. */
    void run() {
        given.terminal().say("starting the services and opening portals");
        try (Scene scene = new Scene(given.parts(), given.heap(), partners(), events)) {
            scene.services.stop();
            tell(scene);
            given.terminal().say("copying the log, to compare with");
            double reference = new Reference(given.parts().bootstrapServers()).run();
            report.line("reference, a loop that copies the log: %,.0f events a second", reference);
            workOff(scene, reference);
        }
    }

    private void tell(Scene scene) {
        Crowd crowd = new Crowd(scene.lms, scene.told, 0, scene.random);
        ProgressBar bar = new ProgressBar("told while the services are away", events);
        for (int told = 0; told < events; told++) {
            crowd.next(IN_THOUSAND_COME, IN_THOUSAND_LEAVE);
            if (told % 1000 == 0) bar.show(told);
        }
        scene.lms.flush();
        bar.end();
        report.line("told: %,d events of %,d learners", events, scene.told.learners());
    }

    private void workOff(Scene scene, double reference) {
        Drain drain = scene.drain("worked off");
        long begin = System.nanoTime();
        given.terminal().say("starting the services");
        scene.services.restart();
        drain.await();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        report.line("worked off in %,.1f s, from the start of the services on", millis / 1000.0);
        speed("portal-assigner", drain.decidedPerSecond(), reference);
        speed("sharing-exporter", drain.exportedPerSecond(), reference);
        report.memory(scene.services, given.heap(), millis);
        report.complaints(scene.services);
        scene.feeds.takeAll();
        optOuts(scene);
        report.line("feeds: %,d entries", scene.seen.held());
        report.held(scene.seen);
    }

    private void speed(String service, double perSecond, double reference) {
        report.line("%s: %,.0f events a second, %.2f of the reference", service, perSecond, perSecond / reference);
    }

    private void optOuts(Scene scene) {
        Lateness lateness = Lateness.of(scene.told, scene.seen);
        report.waits("from the entry before an opt-out to its SharingEnded", lateness.behind());
        report.line("SharingEnded behind an entry that stands after the opt-out: %,d", lateness.overtaken());
        report.demand(lateness.overtaken() == 0);
    }
}

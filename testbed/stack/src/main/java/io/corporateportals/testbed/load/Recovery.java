package io.corporateportals.testbed.load;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.load.Ground.Given;
import io.corporateportals.testbed.parts.broker.Answers;
import io.corporateportals.testbed.stack.OperatorsCommand;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.watch.Patience;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** The exporter has lost its place in the log, and an operator lets it rebuild what it knows from long feeds. */
final class Recovery {
    private static final int PARTNER = 0;

    private final int learners;
    private final int entries;
    private final Given given;
    private final Report report;

    Recovery(int learners, int entries, Given given) {
        this.learners = learners;
        this.entries = entries;
        this.given = given;
        this.report = given.report();
    }

    /** Returns when it has been reported. */
    void run() {
        given.terminal().say("starting the services and opening a portal");
        List<Partner> partners = List.of(new Partner("partner", true));
        try (Scene scene = new Scene(given.parts(), given.heap(), partners, learners + entries)) {
            new Filling(scene, report).of(PARTNER, learners, entries);
            scene.services.stop();
            loseOffsets();
            given.terminal().say("the offsets are lost: starting the services");
            long begin = System.nanoTime();
            scene.services.restart();
            awaitAsked(scene);
            report.line("every partition has looked at the feeds, and asks, after %,.1f s", secondsSince(begin));
            recover();
            scene.drain("read again").await();
            report.memory(scene.services, given.heap(), (System.nanoTime() - begin) / 1_000_000);
            report.complaints(scene.services);
            scene.feeds.takeAll();
            report.line("feeds: %,d entries", scene.seen.held());
            report.held(scene.seen);
        }
    }

    private void loseOffsets() {
        try (Admin admin = given.parts().broker().admin()) {
            Answers.of(admin.deleteConsumerGroups(List.of(Service.EXPORTER.module()))
                    .all());
        }
    }

    private void awaitAsked(Scene scene) {
        Patience patience = scene.patience();
        long asking;
        do {
            asking = OperatorsCommand.on(given.parts(), "bin/recover", "--dry-run").output().stream()
                    .filter(line -> line.startsWith("partition "))
                    .count();
            patience.moment(List.of(asking, scene.services.said(Service.EXPORTER, "reading the feeds")));
        } while (asking < Topics.LEARNER_PARTITIONS);
    }

    private void recover() {
        long begin = System.nanoTime();
        OperatorsCommand recovered = OperatorsCommand.on(given.parts(), "bin/recover");
        recovered.errors().forEach(line -> report.line("%s", line));
        report.line("bin/recover has ended after %,.1f s", secondsSince(begin));
        report.demand(recovered.status() == 0);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}

package io.corporateportals.testbed.load;

import io.corporateportals.testbed.watch.ProgressBar;

/** A portal's feed grows long, through the services. */
final class Filling {
    private final Scene scene;
    private final Report report;

    Filling(Scene scene, Report report) {
        this.scene = scene;
        this.report = report;
    }

    /** Returns when the feed holds so many entries of so many learners: how many a second came. */
    double of(int partner, int learners, int entries) {
        long begin = System.nanoTime();
        int[] members = new int[learners];
        for (int n = 0; n < learners; n++) members[n] = scene.lms.joins(partner);
        ProgressBar bar = new ProgressBar("told", entries);
        for (int n = 0; n < entries; n++) {
            scene.lms.works(members[scene.random.nextInt(learners)]);
            if (n % 1000 == 0) bar.show(n);
        }
        scene.lms.flush();
        bar.end();
        scene.drain("filled").await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double perSecond = entries / seconds;
        report.line(
                "filled with %,d learners and %,d entries in %,.1f s: %,.0f entries a second",
                learners, entries, seconds, perSecond);
        return perSecond;
    }
}

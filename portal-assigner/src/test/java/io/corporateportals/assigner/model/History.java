package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.Happening.Identified;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens to a few portals and learners. The order of the portals' events and of each learner's own means something;
 * the order between them does not.
 */
record History(List<AboutPortal> portals, List<List<Happening>> learners) {
    List<Happening> portalsFirst() {
        List<Happening> all = new ArrayList<>(portals);
        learners.forEach(all::addAll);
        return all;
    }

    List<Happening> learnersFirst() {
        List<Happening> all = new ArrayList<>();
        learners.forEach(all::addAll);
        all.addAll(portals);
        return all;
    }

    List<Happening> interleaved(SplittableRandom random) {
        List<Deque<Happening>> lives = new ArrayList<>();
        lives.add(new ArrayDeque<>(portals));
        for (List<Happening> learner : learners) lives.add(new ArrayDeque<>(learner));
        List<Happening> all = new ArrayList<>();
        while (true) {
            lives.removeIf(Deque::isEmpty);
            if (lives.isEmpty()) return all;
            all.add(lives.get(random.nextInt(lives.size())).remove());
        }
    }

    /** The readable records about learners, one learner after the other. */
    List<Identified> identities() {
        return learners.stream()
                .flatMap(List::stream)
                .filter(Identified.class::isInstance)
                .map(Identified.class::cast)
                .toList();
    }
}

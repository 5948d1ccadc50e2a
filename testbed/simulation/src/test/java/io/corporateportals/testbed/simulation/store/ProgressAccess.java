package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.LogProgress;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@code log_progress} as one thread of the assigner uses it: properly, unless its conduct is another. */
public final class ProgressAccess implements LogProgress {
    private final AssignerStore store;
    private final Catalogue catalogue;
    private final boolean locks;
    private final Conduct conduct;
    private final Map<Integer, Progress> remembered = new HashMap<>();

    public ProgressAccess(AssignerStore store, Catalogue catalogue, boolean locks, Conduct conduct) {
        this.store = store;
        this.catalogue = catalogue;
        this.locks = locks;
        this.conduct = conduct;
    }

    /** What a thread knows of the progress, and a mistaken one of the portals, when it polls. */
    public void polls(int partition) {
        if (!conduct.portalsAreFresh()) catalogue.remember();
        remembered.put(partition, store.of(partition));
    }

    @Override
    public Map<Integer, Progress> lock(Collection<Integer> partitions) {
        if (!conduct.portalsAreFresh() && remembered.isEmpty()) catalogue.remember();
        if (!locks) return unlocked(partitions);
        Map<Integer, Progress> locked = store.lock(partitions);
        if (!conduct.progressIsReadUnderTheLock()) locked.replaceAll((partition, now) -> asRemembered(now));
        return locked;
    }

    private Progress asRemembered(Progress now) {
        Progress then = remembered.getOrDefault(now.partition(), now);
        return new Progress(now.partition(), then.nextOffset(), now.sequence());
    }

    private Map<Integer, Progress> unlocked(Collection<Integer> partitions) {
        Map<Integer, Progress> read = new TreeMap<>();
        for (Integer partition : partitions) read.put(partition, store.of(partition));
        return read;
    }

    @Override
    public void advance(Progress to) {
        if (locks) store.advance(to);
        else store.advanceSequence(to);
    }

    @Override
    public Progress of(int partition) {
        return store.of(partition);
    }
}

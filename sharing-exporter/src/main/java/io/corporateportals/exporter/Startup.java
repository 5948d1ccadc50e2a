package io.corporateportals.exporter;

import io.corporateportals.exporter.application.Precondition;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Looks whether everything is as it must be, before anything is published. */
final class Startup implements SmartLifecycle {
    private final List<Precondition> preconditions;
    private volatile boolean running;

    Startup(List<Precondition> preconditions) {
        this.preconditions = List.copyOf(preconditions);
    }

    @Override
    public void start() {
        preconditions.forEach(Precondition::check);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}

package io.corporateportals.assigner;

import io.corporateportals.assigner.application.PolicyChange;
import io.corporateportals.assigner.application.Precondition;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What must hold before the first record is read. */
@Component
class Startup implements SmartLifecycle {
    private final List<Precondition> preconditions;
    private final PolicyChange policy;
    private volatile boolean running;

    Startup(List<Precondition> preconditions, PolicyChange policy) {
        this.preconditions = preconditions;
        this.policy = policy;
    }

    @Override
    public void start() {
        preconditions.forEach(Precondition::check);
        policy.putInForce();
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

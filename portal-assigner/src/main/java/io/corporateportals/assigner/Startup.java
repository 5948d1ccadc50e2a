package io.corporateportals.assigner;

import io.corporateportals.assigner.application.PolicyChange;
import io.corporateportals.assigner.kafka.TopicCheck;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What must hold before the first record is read. */
@Component
class Startup implements SmartLifecycle {
    private final TopicCheck topics;
    private final PolicyChange policy;
    private volatile boolean running;

    Startup(TopicCheck topics, PolicyChange policy) {
        this.topics = topics;
        this.policy = policy;
    }

    @Override
    public void start() {
        topics.check();
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

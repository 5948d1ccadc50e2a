package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.parts.broker.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;

/** A feed's topic is deleted by mistake; a person makes it again and has its portal read the log again. */
final class DeletedFeed implements Fault {
    private final Fleet fleet;
    private final Operator operator;
    private final Random random;
    private String feed = "";

    DeletedFeed(Fleet fleet, Random random) {
        this.fleet = fleet;
        this.operator = new Operator(fleet);
        this.random = random;
    }

    @Override
    public String kind() {
        return "feed deleted";
    }

    @Override
    public Needs needs() {
        return Needs.EVERYTHING;
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void inject() {
        feed = operator.feedInUse(random).orElse("");
        if (feed.isEmpty()) return;
        try (Admin admin = fleet.parts().broker().admin()) {
            Answers.of(admin.deleteTopics(List.of(feed)).all());
        }
    }

    @Override
    public void heal() {
        if (feed.isEmpty()) return;
        operator.awaitParked(feed);
        operator.make(feed);
        operator.bringBack(feed);
    }

    @Override
    public boolean struck() {
        return !feed.isEmpty();
    }
}

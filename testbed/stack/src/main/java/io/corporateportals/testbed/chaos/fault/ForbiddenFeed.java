package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.parts.broker.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Nobody may write a feed any more, long enough for its portal to be parked; then a person brings it back. */
final class ForbiddenFeed implements Fault {
    private final Fleet fleet;
    private final Operator operator;
    private final Random random;
    private String feed = "";
    private boolean parked;

    ForbiddenFeed(Fleet fleet, Random random) {
        this.fleet = fleet;
        this.operator = new Operator(fleet);
        this.random = random;
    }

    @Override
    public String kind() {
        return "feed forbidden";
    }

    @Override
    public Needs needs() {
        return Needs.EVERYTHING;
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void inject() {
        feed = operator.feedInUse(random).orElse("");
        if (!feed.isEmpty())
            administer(admin -> Answers.of(admin.createAcls(List.of(denial())).all()));
    }

    @Override
    public void heal() {
        parked = !feed.isEmpty() && operator.seesParked(feed);
        if (feed.isEmpty()) return;
        administer(admin ->
                Answers.of(admin.deleteAcls(List.of(denial().toFilter())).all()));
        operator.bringBack(feed);
    }

    @Override
    public boolean struck() {
        return parked;
    }

    private AclBinding denial() {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, feed, PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.DENY));
    }

    private void administer(Consumer<Admin> what) {
        try (Admin admin = fleet.parts().broker().admin()) {
            what.accept(admin);
        }
    }
}

package io.corporateportals.testbed.chaos.script;

import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.PortalDeleted;
import io.corporateportals.lms.PortalUpdated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One partner company and its portal, which comes, changes, goes and comes again. */
final class PortalLife {
    /** A domain that several portals ask for: who has held it for longest has it. */
    private static final String CONTESTED = "holding.example";

    final String portalId;
    private boolean there;
    private boolean suspended;
    private boolean agreed = true;
    private boolean contesting;

    PortalLife(String portalId) {
        this.portalId = portalId;
    }

    String registrationUrl() {
        return "https://" + portalId + ".university.example/register";
    }

    /** A domain of the company: its own, one below it, or the one that several ask for. */
    String domain(Random random) {
        int choice = random.nextInt(10);
        if (choice == 0) return "sub." + portalId + ".example";
        return choice == 1 ? CONTESTED : portalId + ".example";
    }

    /** The portal's first event, or its first after it was deleted. */
    SpecificRecord created(UUID event, Instant at) {
        there = true;
        suspended = false;
        return new PortalCreated(
                event.toString(),
                portalId,
                at,
                "Company of " + portalId,
                portalId + ".university.example",
                domains(),
                portalId.endsWith("1"),
                "NL",
                agreement(),
                null,
                suspended);
    }

    /** What happens to it next; one that nothing is shared with mostly comes back, or the feeds would fall silent. */
    SpecificRecord next(UUID event, Instant at, Random random) {
        if (!there || (!isOpen() && random.nextInt(4) > 0)) return last(event, at);
        switch (random.nextInt(6)) {
            case 0 -> {
                there = false;
                return new PortalDeleted(event.toString(), portalId, at);
            }
            case 1 -> agreed = !agreed;
            case 2, 3 -> contesting = !contesting;
            default -> suspended = !suspended;
        }
        return updated(event, at);
    }

    /** As it is to be at last: there, active and agreed, so that there is something to look at. */
    SpecificRecord last(UUID event, Instant at) {
        if (!there) return created(event, at);
        suspended = false;
        agreed = true;
        return updated(event, at);
    }

    /** Whether learners are shared with it. */
    boolean isOpen() {
        return there && agreed && !suspended;
    }

    private SpecificRecord updated(UUID event, Instant at) {
        return new PortalUpdated(
                event.toString(),
                portalId,
                at,
                "Company of " + portalId,
                portalId + ".university.example",
                domains(),
                portalId.endsWith("1"),
                "NL",
                agreement(),
                null,
                suspended);
    }

    private @Nullable Instant agreement() {
        return agreed ? Instant.EPOCH : null;
    }

    private List<String> domains() {
        List<String> domains = new ArrayList<>(List.of(portalId + ".example"));
        if (contesting) domains.add(CONTESTED);
        return domains;
    }
}

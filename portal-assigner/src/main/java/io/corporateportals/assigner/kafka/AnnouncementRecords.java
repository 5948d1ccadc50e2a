package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.address.Hosts;
import io.corporateportals.assigner.application.Outbox.Numbered;
import io.corporateportals.assigner.application.Outbox.PortalStatus;
import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentChange;
import io.corporateportals.assigner.model.Claim;
import io.corporateportals.assignment.AssignmentEnded;
import io.corporateportals.assignment.AssignmentRefreshed;
import io.corporateportals.assignment.AssignmentStarted;
import io.corporateportals.assignment.Basis;
import io.corporateportals.assignment.PortalDecided;
import io.corporateportals.assignment.RefusalReason;
import io.corporateportals.assignment.RefusedDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** What was decided, as the contract's records. */
final class AnnouncementRecords {
    private AnnouncementRecords() {}

    static SpecificRecord of(Numbered numbered) {
        AssignmentChange change = numbered.change();
        Assignment assignment = change.assignment();
        String id = assignment.id().value().toString();
        String user = assignment.user().value();
        String portal = assignment.terms().portal().value();
        Basis basis = Basis.valueOf(assignment.terms().basis().name());
        boolean shared = assignment.terms().shared();
        int partition = numbered.partition();
        return switch (change.kind()) {
            case STARTED ->
                new AssignmentStarted(
                        id,
                        user,
                        portal,
                        basis,
                        shared,
                        partition,
                        change.offset(),
                        numbered.sequence(),
                        change.occurredAt());
            case REFRESHED ->
                new AssignmentRefreshed(
                        id,
                        user,
                        portal,
                        basis,
                        shared,
                        partition,
                        change.offset(),
                        numbered.sequence(),
                        change.occurredAt());
            case ENDED ->
                new AssignmentEnded(
                        id,
                        user,
                        portal,
                        basis,
                        shared,
                        partition,
                        change.offset(),
                        numbered.sequence(),
                        change.occurredAt());
        };
    }

    static PortalDecided of(PortalStatus status) {
        List<String> accepted = new ArrayList<>();
        List<RefusedDomain> refused = new ArrayList<>();
        for (Claim claim : status.claims()) {
            if (claim.refusal() == null)
                accepted.add(Objects.requireNonNull(claim.domain()).value());
            else
                refused.add(new RefusedDomain(
                        claim.asWritten(), RefusalReason.valueOf(claim.refusal().name())));
        }
        String host = status.refusedHost();
        if (host != null)
            refused.add(new RefusedDomain(
                    host, Hosts.of(host) == null ? RefusalReason.NOT_A_DOMAIN : RefusalReason.HOST_OF_ANOTHER_PORTAL));
        return new PortalDecided(
                status.portal().value(),
                accepted,
                refused,
                status.learnersToDecide(),
                status.learnersDecided(),
                status.occurredAt());
    }
}

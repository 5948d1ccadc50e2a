package io.corporateportals.testbed.simulation.script;

import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.EmailAddress;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.IdentityEvent;
import io.corporateportals.assigner.model.LogEntry;
import io.corporateportals.assigner.model.Policy;
import io.corporateportals.assigner.model.Portal;
import io.corporateportals.assigner.model.PortalChange;
import io.corporateportals.assigner.model.PortalEvent;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.Rejection;
import io.corporateportals.assigner.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The LMS's records as the assigner reads them, and the policy it goes by. */
public final class ForTheAssigner {
    public static final Policy POLICY =
            new Policy("1", true, true, true, Set.of("DE"), ForTheAssigner::isPrivateProvider);
    public static final PortalChange.Rules RULES =
            new PortalChange.Rules(domain -> false, ForTheAssigner::isPrivateProvider);

    private static final Instant AGREED = Instant.EPOCH;

    private ForTheAssigner() {}

    private static boolean isPrivateProvider(DomainName domain) {
        return domain.value().equals(Book.PRIVATE_PROVIDER);
    }

    public static PortalEvent event(PortalRecord record) {
        EventId id = new EventId(record.id());
        PortalId portal = new PortalId(record.portal());
        if (record.deleted()) return new PortalEvent.Deleted(id, record.occurredAt(), portal);
        Portal.State state = record.suspended() ? Portal.State.SUSPENDED : Portal.State.ACTIVE;
        Portal after =
                new Portal(portal, state, record.includeSubdomains(), "DE", record.agreed() ? AGREED : null, false);
        List<PortalEvent.Written> domains =
                record.domains().stream().map(ForTheAssigner::written).toList();
        return new PortalEvent.Upserted(
                id, record.occurredAt(), after, written(PortalRecord.hostOf(record.portal())), domains);
    }

    private static PortalEvent.Written written(String name) {
        return new PortalEvent.Written(name, new DomainName(name));
    }

    public static LogEntry entry(LmsEvent event, long offset) {
        UserId user = new UserId(event.user());
        if (event.what() instanceof LmsEvent.LoggedIn) return new LogEntry.OfActivity(offset);
        if (event.what() instanceof LmsEvent.Garbled)
            return new LogEntry.Unreadable(
                    offset,
                    new Rejection("UNDECODABLE", null),
                    new LogEntry.Home(user, event.partition(), offset, event.occurredAt()));
        IdentityEvent.Head head =
                new IdentityEvent.Head(new EventId(event.id()), user, event.occurredAt(), event.revision());
        return new LogEntry.OfIdentity(offset, identity(head, event.what()));
    }

    private static IdentityEvent identity(IdentityEvent.Head head, LmsEvent.What what) {
        if (what instanceof LmsEvent.Registered one)
            return new IdentityEvent.Registered(
                    head, one.name(), address(one.email()), one.verified(), host(one.host()));
        if (what instanceof LmsEvent.Moved one)
            return new IdentityEvent.EmailChanged(head, address(one.email()), one.verified());
        if (what instanceof LmsEvent.Verified one) return new IdentityEvent.EmailVerified(head, address(one.email()));
        if (what instanceof LmsEvent.Renamed one) return new IdentityEvent.ProfileUpdated(head, one.name());
        if (what instanceof LmsEvent.Objects one) return new IdentityEvent.ObjectionChanged(head, one.objects());
        return new IdentityEvent.AccountTerminated(head);
    }

    private static EmailAddress address(String email) {
        return new EmailAddress(email, new DomainName(email.substring(email.indexOf('@') + 1)));
    }

    private static @Nullable DomainName host(@Nullable String host) {
        return host == null ? null : new DomainName(host);
    }
}

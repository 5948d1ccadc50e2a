package io.corporateportals.testbed.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule table once more, for the end of the logs; and what no portal's event could make right on the way. */
final class Placement {
    private final PortalBook portals;
    private final Announcements announcements;

    private record Place(String portalId, String basis, boolean shared) {}

    Placement(PortalBook portals, Announcements announcements) {
        this.portals = portals;
        this.announcements = announcements;
    }

    List<Finding> check(Learner learner) {
        List<Finding> findings = new ArrayList<>();
        Account now = learner.now();
        Place wanted = now == null ? null : placeOf(now);
        Place found = null;
        for (Assignment assignment : announcements.of(learner)) {
            if (!assignment.isEnded())
                found = new Place(assignment.portalId(), assignment.basis(), assignment.shared());
            for (Account account : learner.during(assignment)) {
                String fault = fault(assignment, account);
                if (fault != null) findings.add(finding(assignment.portalId(), learner, fault));
            }
        }
        if (wanted == null && found != null)
            findings.add(finding(found.portalId(), learner, "is assigned and must not be"));
        else if (wanted != null && !wanted.equals(found))
            findings.add(finding(wanted.portalId(), learner, "must be assigned and is not, or not so"));
        return findings;
    }

    private @Nullable Place placeOf(Account account) {
        if (account.terminated() || account.objects() || account.closed()) return null;
        String domain = account.domain();
        if (!account.verified() || domain == null) return null;
        PortalBook.Portal ofHost = portals.ofHost(account.host());
        PortalBook.Portal ofDomain = portals.ofDomain(domain);
        if (ofHost != null
                && ofHost.active()
                && domain.equals(account.firstDomain())
                && (ofDomain == null || ofDomain.equals(ofHost)))
            return Domains.isMailProviders(domain) ? null : new Place(ofHost.id(), "PORTAL_URL", ofHost.shares());
        if (ofDomain == null || !ofDomain.active()) return null;
        return new Place(ofDomain.id(), "EMAIL_DOMAIN", ofDomain.shares());
    }

    private @Nullable String fault(Assignment assignment, Account account) {
        if (account.terminated()) return "is assigned after the termination";
        if (account.closed()) return "is assigned after a record that cannot be read";
        if (account.objects()) return "is assigned in spite of the objection";
        if (!account.verified()) return "is assigned with an address that is not verified";
        String domain = account.domain();
        if (domain == null || Domains.isMailProviders(domain)) return "is assigned with a private address";
        boolean right = assignment.basis().equals("PORTAL_URL")
                ? domain.equals(account.firstDomain())
                : portals.everClaimed(assignment.portalId(), domain);
        return right ? null : "is assigned with an address that is not the portal's";
    }

    private static Finding finding(String portal, Learner learner, String what) {
        return new Finding(Finding.Kind.MISPLACED, portal, "learner " + learner.userId(), what);
    }
}

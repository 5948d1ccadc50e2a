package io.corporateportals.testbed.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of everybody and of all they did.
 *
 * @param portals by portal
 * @param elsewhere learners whom no portal ever had
 * @param elsewhereActivities what they did
 * @param outside what members of portals did before and after
 */
public record Tally(Map<String, OfPortal> portals, int elsewhere, int elsewhereActivities, int outside) {

    /** What became of a portal's learners. */
    public static final class OfPortal {
        private int learners;
        private int leftByThemselves;
        private int leftByThePortal;
        private int early;
        private int unshared;
        private @Nullable String whyUnshared;

        /** How many belong to it now. */
        public int learners() {
            return learners;
        }

        /** How many assignments learners ended: another address, an objection, a termination. */
        public int leftByThemselves() {
            return leftByThemselves;
        }

        /** How many assignments a portal's event ended. */
        public int leftByThePortal() {
            return leftByThePortal;
        }

        /** How much of what its first-time members did lies before they belonged to it. */
        public int early() {
            return early;
        }

        /** How much its members did under assignments of which nothing is shared. */
        public int unshared() {
            return unshared;
        }

        /** Why nothing was shared; null: all was. */
        public @Nullable String whyUnshared() {
            return whyUnshared;
        }
    }

    static Tally of(Collection<Learner> learners, PortalBook portals, Announcements announcements) {
        Map<String, OfPortal> byPortal = new TreeMap<>();
        for (String id : portals.ids()) byPortal.put(id, new OfPortal());
        int elsewhere = 0;
        int elsewhereActivities = 0;
        int outside = 0;
        for (Learner learner : learners) {
            List<Assignment> assignments = announcements.of(learner);
            if (assignments.isEmpty()) {
                elsewhere++;
                elsewhereActivities += learner.activities().size();
            } else {
                outside += count(learner, assignments, portals, byPortal);
            }
        }
        return new Tally(byPortal, elsewhere, elsewhereActivities, outside);
    }

    private static int count(
            Learner learner, List<Assignment> assignments, PortalBook portals, Map<String, OfPortal> byPortal) {
        for (Assignment assignment : assignments) {
            OfPortal portal = byPortal.computeIfAbsent(assignment.portalId(), id -> new OfPortal());
            if (!assignment.isEnded()) portal.learners++;
            else if (learner.leaving(assignment) != null) portal.leftByThemselves++;
            else portal.leftByThePortal++;
        }
        int outside = 0;
        for (List<Logged> told : learner.activities().values()) {
            Logged record = told.get(0);
            Content content = record.content();
            if (content == null) continue;
            Assignment covering = assignments.stream()
                    .filter(assignment -> assignment.covers(record, content))
                    .findFirst()
                    .orElse(null);
            Assignment first = assignments.get(0);
            if (covering != null && !covering.shared()) {
                OfPortal portal = byPortal.computeIfAbsent(covering.portalId(), id -> new OfPortal());
                portal.unshared++;
                portal.whyUnshared = whyUnshared(portals.portal(covering.portalId()));
            } else if (covering == null
                    && (record.offset() < first.start() || content.number("occurredAt") < first.startedAt())) {
                byPortal.computeIfAbsent(first.portalId(), id -> new OfPortal()).early++;
            } else if (covering == null) {
                outside++;
            }
        }
        return outside;
    }

    private static String whyUnshared(PortalBook.@Nullable Portal portal) {
        if (portal == null || !portal.agreed()) return "no agreement";
        return portal.shares() ? "from before its agreement" : "abroad without safeguard";
    }
}

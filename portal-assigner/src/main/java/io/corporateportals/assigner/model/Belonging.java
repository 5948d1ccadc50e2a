package io.corporateportals.assigner.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs where. The first row that fits wins; events, back-fill and renewal all ask here, and nothing but
 * the learner's state, the portals and the policy is asked for.
 */
public final class Belonging {
    private static final List<Row> TABLE = List.of(
            new Row("an unreadable record came, and nothing readable since", Case::isUnreadable, Outcome.NONE),
            new Row("1: terminated, or objects to sharing", Case::isGoneOrObjects, Outcome.NONE),
            new Row("2: address not verified", Case::isUnverified, Outcome.NONE),
            new Row("3: registered at the URL, still in the domain", Case::isAtThePortalsUrl, Outcome.PORTAL_URL),
            new Row("4: registered at the URL with a private address", Case::isAtTheUrlPrivately, Outcome.NONE),
            new Row("5: address in a portal's domain", Case::isInAPortalsDomain, Outcome.EMAIL_DOMAIN),
            new Row("6: anything else, above all the opt-out", anything -> true, Outcome.NONE));

    private Belonging() {}

    /** Where the account belongs, and on which terms; null: nowhere. */
    public static @Nullable Terms decide(Account account, Portals portals, Policy policy) {
        Case now = new Case(account, portals, policy);
        for (Row row : TABLE) if (row.fits.test(now)) return row.outcome.of(now);
        throw new IllegalStateException("the last row fits everything");
    }

    private record Row(String situation, Situation fits, Outcome outcome) {}

    private interface Situation {
        boolean test(Case now);
    }

    private enum Outcome {
        NONE {
            @Override
            @Nullable
            Terms of(Case now) {
                return null;
            }
        },
        PORTAL_URL {
            @Override
            Terms of(Case now) {
                return now.terms(Objects.requireNonNull(now.portalOfUrl), Basis.PORTAL_URL);
            }
        },
        EMAIL_DOMAIN {
            @Override
            Terms of(Case now) {
                return now.terms(Objects.requireNonNull(now.portalOfDomain), Basis.EMAIL_DOMAIN);
            }
        };

        abstract @Nullable Terms of(Case now);
    }

    /** The situations, each a sentence about one learner. */
    private static final class Case {
        private final Policy policy;
        private final @Nullable Learner learner;
        private final @Nullable DomainName domain;
        private final @Nullable Portal portalOfUrl;
        private final @Nullable Portal portalOfDomain;

        Case(Account account, Portals portals, Policy policy) {
            this.policy = policy;
            this.learner = account instanceof Learner living ? living : null;
            this.domain = learner == null ? null : learner.email().domain();
            this.portalOfUrl = learner == null ? null : portals.registeredAt(learner.registrationHost());
            this.portalOfDomain = portals.claiming(domain);
        }

        boolean isUnreadable() {
            return learner != null && !learner.readable();
        }

        boolean isGoneOrObjects() {
            return learner == null || learner.objects();
        }

        boolean isUnverified() {
            return learner != null && !learner.verified();
        }

        boolean isAtThePortalsUrl() {
            return staysAtTheUrl() && !(isPrivate() && policy.privateRegistrationOptsOut());
        }

        boolean isAtTheUrlPrivately() {
            return staysAtTheUrl() && isPrivate();
        }

        boolean isInAPortalsDomain() {
            return portalOfDomain != null && portalOfDomain.isActive();
        }

        private boolean staysAtTheUrl() {
            return portalOfUrl != null && portalOfUrl.isActive() && isStillInTheDomain() && !isAnotherPortals();
        }

        private boolean isStillInTheDomain() {
            if (learner == null || domain == null) return false;
            Learner.FirstVerified first = learner.firstVerified();
            boolean same = first != null && domain.equals(first.domain());
            return same || !(policy.anyOtherDomainIsPrivate() || isPrivate());
        }

        private boolean isPrivate() {
            return domain != null && policy.privateMailProvider().test(domain);
        }

        private boolean isAnotherPortals() {
            return policy.otherPortalsDomainBeatsUrl()
                    && portalOfDomain != null
                    && portalOfUrl != null
                    && !portalOfDomain.id().equals(portalOfUrl.id());
        }

        private Terms terms(Portal portal, Basis basis) {
            return new Terms(portal.id(), basis, Sharing.isAllowed(portal, policy));
        }
    }
}

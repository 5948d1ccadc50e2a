package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.Happening.AboutPortal;
import io.corporateportals.assigner.model.PortalEvent.Upserted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assigners with one fault each: a property that none of them breaks would prove nothing. */
final class WrongWorlds {
    private WrongWorlds() {}

    /** Back-fill finds no learner by the host at which they registered. */
    static final class BackFillByDomainOnly extends World {
        @Override
        boolean registeredAtAHost(Learner learner, Concern concern) {
            return false;
        }
    }

    /** Back-fill finds a portal's learners by one of its hosts, not by those that it had or has beside. */
    static final class BackFillByOneHostOnly extends World {
        @Override
        boolean registeredAtAHost(Learner learner, Concern concern) {
            return learner.registrationHost() != null
                    && learner.registrationHost()
                            .equals(Happening.hostOf(concern.portal().value()))
                    && super.registeredAtAHost(learner, concern);
        }
    }

    /** Back-fill finds no learner below a domain. */
    static final class BackFillWithoutSubdomains extends World {
        @Override
        boolean isBelowADomain(Learner learner, Concern concern) {
            return false;
        }
    }

    /** Back-fill matches otherwise than events do: no portal has a host. */
    static final class BackFillWithAnotherMatcher extends World {
        @Override
        Portals forBackFill() {
            return catalogue.now(Map.of());
        }
    }

    /** A portal has the host of its latest event, and none that it had before. */
    static final class PortalsByCurrentHostOnly extends World {
        private final Map<DomainName, PortalId> current = new HashMap<>();

        @Override
        void happens(Happening happening) {
            if (happening instanceof AboutPortal about && about.event() instanceof Upserted upserted) {
                current.values().remove(upserted.portal());
                if (upserted.host().domain() != null)
                    current.putIfAbsent(upserted.host().domain(), upserted.portal());
            }
            super.happens(happening);
        }

        @Override
        Portals forEvents() {
            return catalogue.now(current);
        }

        @Override
        Portals forBackFill() {
            return catalogue.now(current);
        }
    }

    /** Events are decided with the portals as they were when somebody last looked. */
    static final class EventsWithPortalsFromTheCache extends World {
        private Portals kept = catalogue.now();

        @Override
        Portals forEvents() {
            Portals outdated = kept;
            kept = catalogue.now();
            return outdated;
        }
    }

    /** Back-fill is placed at the beginning of the log. */
    static final class BackFillAtTheBeginning extends World {
        @Override
        long backFillStartsAt(long nextOffset) {
            return 0;
        }
    }

    /** Which events were applied is forgotten with the transaction. */
    static final class EventsForgotten extends World {
        @Override
        void remember(Set<AppliedEvent> applied, List<AppliedEvent> newlyApplied) {}
    }

    /** A record knows nothing of those before it in its batch. */
    static final class RecordsOfABatchAreStrangers extends World {
        @Override
        void happenTogether(Collection<? extends Happening> batch) {
            List<Deciding> all = new ArrayList<>();
            for (Happening happening : batch) {
                Deciding deciding = begin(forEvents());
                decide(deciding, happening);
                all.add(deciding);
            }
            all.forEach(this::store);
        }
    }

    /** An assignment that ended is stored as open. */
    static final class EndsForgotten extends World {
        @Override
        void close(Map<UserId, Assignment> open, UserId user) {}
    }
}

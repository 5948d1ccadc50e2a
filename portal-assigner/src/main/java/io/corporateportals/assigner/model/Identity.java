package io.corporateportals.assigner.model;

import io.corporateportals.assigner.model.IdentityEvent.AccountTerminated;
import io.corporateportals.assigner.model.IdentityEvent.EmailChanged;
import io.corporateportals.assigner.model.IdentityEvent.EmailVerified;
import io.corporateportals.assigner.model.IdentityEvent.ObjectionChanged;
import io.corporateportals.assigner.model.IdentityEvent.ProfileUpdated;
import io.corporateportals.assigner.model.IdentityEvent.Registered;
import io.corporateportals.assigner.model.LogEntry.OfIdentity;
import org.jspecify.annotations.Nullable;

/** What an identity event makes of an account: the account as it is afterwards, or why the event changes nothing. */
public final class Identity {
    private Identity() {}

    /** The answer to an identity event. */
    public sealed interface Verdict {
        /** The account after the event. */
        record Applied(Account account) implements Verdict {}

        /** The event changes nothing, and that is in order. */
        record Ignored(Reason reason) implements Verdict {}

        /** The event cannot be applied, and a person must see it. */
        record Refused(Reason reason) implements Verdict {}
    }

    /** Why an event changes nothing. */
    public enum Reason {
        /** Its eventId was applied to this learner before. */
        REPEATED,
        /** Its revision is not above the last applied one, or it is replayed and a later record was applied. */
        STALE,
        /** The account is gone. */
        TERMINATED,
        /** Nobody has registered under this userId. */
        UNKNOWN_LEARNER
    }

    /**
     * Applies an event.
     *
     * @param account what is known under the event's userId; null: nothing
     * @param entry the event and where it stands
     * @param repeated whether the event was applied to this account before
     */
    public static Verdict apply(@Nullable Account account, OfIdentity entry, boolean repeated) {
        IdentityEvent event = entry.event();
        if (account instanceof Account.Terminated) return new Verdict.Ignored(Reason.TERMINATED);
        if (account instanceof Learner learner) {
            if (repeated) return new Verdict.Ignored(Reason.REPEATED);
            if (isStale(learner, event) || isOvertaken(learner, entry)) return new Verdict.Ignored(Reason.STALE);
            return new Verdict.Applied(after(learner, entry));
        }
        if (event instanceof Registered registered) return new Verdict.Applied(registered(registered, entry.saidAt()));
        return new Verdict.Refused(Reason.UNKNOWN_LEARNER);
    }

    private static boolean isStale(Learner learner, IdentityEvent event) {
        Long applied = learner.revision();
        Long revision = event.head().revision();
        return applied != null && revision != null && revision <= applied;
    }

    private static boolean isOvertaken(Learner learner, OfIdentity entry) {
        return entry.isReplayed() && entry.saidAt() < learner.heard().identity();
    }

    private static Learner registered(Registered event, long saidAt) {
        return new Learner(
                event.head().user(),
                event.name(),
                event.email(),
                event.verified(),
                null,
                event.registrationHost(),
                false,
                true,
                event.head().revision(),
                new Heard(saidAt, Heard.NOWHERE));
    }

    private static Account after(Learner before, OfIdentity entry) {
        IdentityEvent event = entry.event();
        if (event instanceof AccountTerminated) return new Account.Terminated(before.id());
        Long revision = event.head().revision();
        Learner learner = before.after(entry).withRevision(revision == null ? before.revision() : revision);
        if (event instanceof Registered snapshot)
            return learner.withName(snapshot.name()).withEmail(snapshot.email(), snapshot.verified());
        if (event instanceof EmailChanged changed) return learner.withEmail(changed.email(), changed.verified());
        if (event instanceof EmailVerified verified)
            return verified.email().isSameMailboxAs(learner.email())
                    ? learner.withEmail(learner.email(), true)
                    : learner;
        if (event instanceof ProfileUpdated updated) return learner.withName(updated.name());
        if (event instanceof ObjectionChanged changed) return learner.withObjection(changed.objects());
        return learner;
    }
}

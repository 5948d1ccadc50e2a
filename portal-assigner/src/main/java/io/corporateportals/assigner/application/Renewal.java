package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.ForgottenEnds.ForgottenEnd;
import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Deciding;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what is over for the employer although it is open here, and begins anew under another id: what an employer has been
 * told to delete is never filled again. No event led to it, so the time at which it is found stands for one.
 */
@Service
public class Renewal {
    private static final Logger log = LoggerFactory.getLogger(Renewal.class);

    private final TransactionTemplate transaction;
    private final LogProgress progress;
    private final Decisions decisions;
    private final ForgottenEnds forgottenEnds;
    private final Clock clock;

    Renewal(
            TransactionTemplate transaction,
            LogProgress progress,
            Decisions decisions,
            ForgottenEnds forgottenEnds,
            Clock clock) {
        this.transaction = transaction;
        this.progress = progress;
        this.decisions = decisions;
        this.forgottenEnds = forgottenEnds;
        this.clock = clock;
    }

    /**
     * Renews one assignment.
     *
     * @return false where there was nothing to do
     */
    public boolean renewOne() {
        ForgottenEnd end = forgottenEnds.next();
        if (end == null) return false;
        transaction.executeWithoutResult(status -> renewLocked(end));
        log.warn("assignment {} is over for its employer, and not open here any more", end.assignment());
        return true;
    }

    private void renewLocked(ForgottenEnd end) {
        Progress locked = progress.lock(Set.of(end.partition())).get(end.partition());
        if (locked == null) return;
        Deciding deciding = decisions.begin(locked, List.of(end.user()), Set.of());
        deciding.renew(end.user(), end.assignment(), locked.nextOffset(), clock.instant());
        decisions.store(locked, deciding, locked.nextOffset());
    }
}

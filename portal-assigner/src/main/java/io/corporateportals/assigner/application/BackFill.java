package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.BackFills.Part;
import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.model.Deciding;
import io.corporateportals.assigner.model.UserId;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about learners again because a portal or the policy is another one: in chunks, so that a partition's own
 * events never wait for longer than one chunk, and from the store alone, so that any instance can go on after a crash.
 */
@Service
public class BackFill {
    private static final Logger log = LoggerFactory.getLogger(BackFill.class);

    private final TransactionTemplate transaction;
    private final LogProgress progress;
    private final Decisions decisions;
    private final BackFills backFills;
    private final Counts counts;
    private final int chunk;

    BackFill(
            TransactionTemplate transaction,
            LogProgress progress,
            Decisions decisions,
            BackFills backFills,
            Counts counts,
            @Value("${assigner.back-fill.chunk}") int chunk) {
        this.transaction = transaction;
        this.progress = progress;
        this.decisions = decisions;
        this.backFills = backFills;
        this.counts = counts;
        this.chunk = chunk;
    }

    /**
     * Decides one chunk.
     *
     * @return false where there was nothing to do
     */
    public boolean decideChunk() {
        Part part = backFills.next();
        if (part == null) return false;
        Tally tally = new Tally();
        transaction.executeWithoutResult(status -> {
            tally.clear();
            decideLocked(part, tally);
        });
        counts.add(tally);
        return true;
    }

    private void decideLocked(Part found, Tally tally) {
        Progress locked = progress.lock(Set.of(found.partition())).get(found.partition());
        Part part = backFills.again(found);
        if (locked == null || part == null) return;
        List<UserId> learners = backFills.learners(part, chunk);
        Deciding deciding = decisions.begin(locked, learners, Set.of());
        for (UserId learner : learners) deciding.again(learner, locked.nextOffset(), part.occurredAt());
        tally.add(decisions.store(locked, deciding, locked.nextOffset()));
        boolean finished = learners.size() < chunk;
        backFills.decided(part, learners, finished);
        if (finished) log.debug("back-fill {}: partition {} is decided", part.backFill(), part.partition());
    }
}

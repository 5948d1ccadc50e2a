package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.Outbox.Forgotten;
import io.corporateportals.assigner.application.Outbox.Numbered;
import io.corporateportals.assigner.application.Outbox.PortalStatus;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The relay: announces what the outbox holds, in the order of the decisions. After a crash it may repeat itself, which is
 * what the sequence is for, but it never goes back: the one that takes over shuts the other one out before it reads.
 */
@Service
public class Announcing {
    private static final int OF_EACH_PARTITION = 500;
    private static final int AT_ONCE = 1000;

    private final Leadership leadership;
    private final Outbox outbox;
    private final Announcer announcer;
    private long term;

    Announcing(Leadership leadership, Outbox outbox, Announcer announcer) {
        this.leadership = leadership;
        this.outbox = outbox;
        this.announcer = announcer;
    }

    /**
     * Announces what there is, at most so much at once.
     *
     * @return false where there was nothing to do
     */
    public synchronized boolean announce() {
        try {
            return lead() && announceNext();
        } catch (RuntimeException fault) {
            stop();
            throw fault;
        }
    }

    /** Ends; another instance takes over. */
    public synchronized void stop() {
        announcer.close();
        leadership.resign();
        term = 0;
    }

    private boolean lead() {
        long now = leadership.term();
        if (now != 0 && now != term) announcer.open();
        if (now == 0 && term != 0) announcer.close();
        term = now;
        return now != 0;
    }

    private boolean announceNext() {
        List<Numbered> changes = outbox.changes(OF_EACH_PARTITION);
        List<Forgotten> forgotten = outbox.forgotten(AT_ONCE);
        List<PortalStatus> statuses = outbox.statuses(AT_ONCE);
        if (changes.isEmpty() && forgotten.isEmpty() && statuses.isEmpty()) return false;
        announcer.announce(changes, forgotten, statuses);
        if (!changes.isEmpty()) outbox.announced(changes);
        if (!forgotten.isEmpty()) outbox.forgot(forgotten);
        if (!statuses.isEmpty()) outbox.told(statuses);
        return true;
    }
}

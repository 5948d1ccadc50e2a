package io.corporateportals.assigner.application;

import io.corporateportals.assigner.application.Outbox.Forgotten;
import io.corporateportals.assigner.application.Outbox.Numbered;
import io.corporateportals.assigner.application.Outbox.PortalStatus;
import java.util.List;

/** Tells the outside what was decided. */
public interface Announcer {
    /** Begins; from here on nothing that another instance still has in hand can be announced. */
    void open();

    /** Announces all of it in this order, or nothing; after a failure, {@link #close} and begin again. */
    void announce(List<Numbered> changes, List<Forgotten> forgotten, List<PortalStatus> statuses);

    /** Ends. */
    void close();
}

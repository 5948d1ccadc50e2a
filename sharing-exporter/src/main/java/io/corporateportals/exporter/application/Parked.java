package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;

/**
 * A portal that one partition does not serve with the others.
 *
 * @param from the first position that its feed has not got
 * @param round which parking this is, or which beginning of it: no two have the same
 */
public record Parked(PortalId portal, Position from, int round, State state) {
    /** What the partition does about it. */
    public enum State {
        /** It reads the log again. */
        RETURNING,
        /** It did, and somebody holds the portal again: it is to stop. */
        TO_STOP,
        /** It writes nothing until somebody brings the portal back. */
        STOPPED
    }

    /** Whether this is the parking that {@code catchUp} comes back from. */
    boolean isThatOf(CatchUp catchUp) {
        return catchUp.portal().equals(portal) && catchUp.round() == round;
    }

    /** The same, come as far as {@code position} and stopped. */
    Parked stoppedAt(Position position) {
        return new Parked(portal, position, round, State.STOPPED);
    }
}

package io.corporateportals.testbed.parts.network;

import java.time.Duration;

/**
 * How the network is.
 *
 * @param delay how long a message is on its way, in each direction
 * @param halfOpen whether connections stay and nothing arrives
 */
record Conditions(Duration delay, boolean halfOpen) {
    static final Conditions GOOD = new Conditions(Duration.ZERO, false);
}

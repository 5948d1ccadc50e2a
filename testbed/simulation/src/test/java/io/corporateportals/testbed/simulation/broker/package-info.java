/** A Kafka in memory, behind the services' ports. */
@NullMarked
package io.corporateportals.testbed.simulation.broker;

import org.jspecify.annotations.NullMarked;

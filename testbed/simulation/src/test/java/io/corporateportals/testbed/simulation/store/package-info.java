/** A PostgreSQL in memory, behind the services' ports. */
@NullMarked
package io.corporateportals.testbed.simulation.store;

import org.jspecify.annotations.NullMarked;

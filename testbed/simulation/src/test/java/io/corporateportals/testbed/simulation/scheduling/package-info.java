/** Actors that take turns: a seed decides whose step is next. */
@NullMarked
package io.corporateportals.testbed.simulation.scheduling;

import org.jspecify.annotations.NullMarked;

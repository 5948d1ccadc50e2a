/** What the product does, and what wrong ones would do otherwise. */
@NullMarked
package io.corporateportals.testbed.simulation.mistakes;

import org.jspecify.annotations.NullMarked;

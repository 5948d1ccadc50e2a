/** The whole system on one machine, as bin/stack starts it. */
@NullMarked
package io.corporateportals.testbed.stack;

import org.jspecify.annotations.NullMarked;

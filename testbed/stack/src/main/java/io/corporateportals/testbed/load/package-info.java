/** Gives the system more than it usually gets, and measures how it bears that. */
@NullMarked
package io.corporateportals.testbed.load;

import org.jspecify.annotations.NullMarked;

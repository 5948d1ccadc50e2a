/** The rules by which schemas grow, and by which they are written. */
@NullMarked
package io.corporateportals.contract.evolution;

import org.jspecify.annotations.NullMarked;

/** Violations in a package called as the real one. */
@NullMarked
package io.corporateportals.assigner.architecture.planted.address;

import org.jspecify.annotations.NullMarked;

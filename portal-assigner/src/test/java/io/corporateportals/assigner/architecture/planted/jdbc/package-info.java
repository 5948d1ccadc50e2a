/** Violations in a package called as the real one. */
@NullMarked
package io.corporateportals.assigner.architecture.planted.jdbc;

import org.jspecify.annotations.NullMarked;

/** Violations, one for each rule of the architecture. */
@NullMarked
package io.corporateportals.assigner.architecture.planted;

import org.jspecify.annotations.NullMarked;

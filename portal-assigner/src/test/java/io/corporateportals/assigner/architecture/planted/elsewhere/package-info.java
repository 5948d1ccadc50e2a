/** A package that has no place in the architecture. */
@NullMarked
package io.corporateportals.assigner.architecture.planted.elsewhere;

import org.jspecify.annotations.NullMarked;

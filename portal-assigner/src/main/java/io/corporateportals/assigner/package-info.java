/** Decides who belongs to which portal. */
@NullMarked
package io.corporateportals.assigner;

import org.jspecify.annotations.NullMarked;

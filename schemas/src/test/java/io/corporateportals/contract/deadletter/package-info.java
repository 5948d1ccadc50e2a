/** Tests of how dead letters are addressed. */
@NullMarked
package io.corporateportals.contract.deadletter;

import org.jspecify.annotations.NullMarked;

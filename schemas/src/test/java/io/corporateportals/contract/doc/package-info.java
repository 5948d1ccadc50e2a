/** The contract as people read it. */
@NullMarked
package io.corporateportals.contract.doc;

import org.jspecify.annotations.NullMarked;

/** Every judgement about a record is made here once. */
@NullMarked
package io.corporateportals.contract.reading;

import org.jspecify.annotations.NullMarked;

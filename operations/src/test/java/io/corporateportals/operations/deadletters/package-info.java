/** What may be replayed. */
@NullMarked
package io.corporateportals.operations.deadletters;

import org.jspecify.annotations.NullMarked;

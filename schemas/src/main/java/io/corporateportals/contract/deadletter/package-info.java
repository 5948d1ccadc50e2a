/** What could not be processed: how it is set aside, found and replayed. */
@NullMarked
package io.corporateportals.contract.deadletter;

import org.jspecify.annotations.NullMarked;

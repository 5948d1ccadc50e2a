/** What outsiders rely on stays what it was. */
@NullMarked
package io.corporateportals.contract;

import org.jspecify.annotations.NullMarked;

/** What services refuse to start with. */
@NullMarked
package io.corporateportals.contract.start;

import org.jspecify.annotations.NullMarked;

/** Which package may know which, and what nobody may use. */
@NullMarked
package io.corporateportals.assigner.architecture;

import org.jspecify.annotations.NullMarked;

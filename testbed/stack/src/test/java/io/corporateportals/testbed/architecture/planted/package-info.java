/** Wrong on purpose. */
@NullMarked
package io.corporateportals.testbed.architecture.planted;

import org.jspecify.annotations.NullMarked;

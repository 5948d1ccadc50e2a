/** Wrong on purpose. */
@NullMarked
package io.corporateportals.testbed.architecture.planted.stack;

import org.jspecify.annotations.NullMarked;

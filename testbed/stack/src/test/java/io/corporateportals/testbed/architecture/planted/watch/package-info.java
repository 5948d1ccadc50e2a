/** Wrong on purpose. */
@NullMarked
package io.corporateportals.testbed.architecture.planted.watch;

import org.jspecify.annotations.NullMarked;

/** Wrong on purpose. */
@NullMarked
package io.corporateportals.testbed.architecture.planted.oracle;

import org.jspecify.annotations.NullMarked;

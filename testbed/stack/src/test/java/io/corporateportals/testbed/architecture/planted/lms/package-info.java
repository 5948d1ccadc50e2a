/** Wrong on purpose. */
@NullMarked
package io.corporateportals.testbed.architecture.planted.lms;

import org.jspecify.annotations.NullMarked;

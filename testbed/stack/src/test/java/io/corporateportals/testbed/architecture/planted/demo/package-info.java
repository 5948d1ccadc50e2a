/** Wrong on purpose. */
@NullMarked
package io.corporateportals.testbed.architecture.planted.demo;

import org.jspecify.annotations.NullMarked;

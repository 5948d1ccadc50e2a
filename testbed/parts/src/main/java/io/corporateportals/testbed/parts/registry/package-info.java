/** The schema registry. */
@NullMarked
package io.corporateportals.testbed.parts.registry;

import org.jspecify.annotations.NullMarked;

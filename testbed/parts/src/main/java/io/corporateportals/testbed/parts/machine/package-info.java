/** What the machine gives: built files and free ports. */
@NullMarked
package io.corporateportals.testbed.parts.machine;

import org.jspecify.annotations.NullMarked;

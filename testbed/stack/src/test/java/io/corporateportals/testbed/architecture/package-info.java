/** Which way the arrows point, and that a wrong one is seen. */
@NullMarked
package io.corporateportals.testbed.architecture;

import org.jspecify.annotations.NullMarked;

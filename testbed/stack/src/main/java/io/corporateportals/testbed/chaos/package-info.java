/** Breaks the running system again and again, and looks whether every promise was kept. */
@NullMarked
package io.corporateportals.testbed.chaos;

import org.jspecify.annotations.NullMarked;

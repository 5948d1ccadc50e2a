/** What operators do when something was lost, on the running system. */
@NullMarked
package io.corporateportals.testbed.operating;

import org.jspecify.annotations.NullMarked;

/** Looks at the running system from outside: logs, feeds, and how far the services are. */
@NullMarked
package io.corporateportals.testbed.watch;

import org.jspecify.annotations.NullMarked;

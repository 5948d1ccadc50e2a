/** What every feed must hold, computed from the input and the announced assignments alone; shares no code with the services. */
@NullMarked
package io.corporateportals.testbed.oracle;

import org.jspecify.annotations.NullMarked;

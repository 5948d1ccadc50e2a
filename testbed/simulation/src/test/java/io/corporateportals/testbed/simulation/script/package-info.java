/** What the LMS sends, and what must come of it. */
@NullMarked
package io.corporateportals.testbed.simulation.script;

import org.jspecify.annotations.NullMarked;

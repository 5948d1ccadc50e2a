/** An LMS whose learners and portals come and go all the time, which repeats itself and at times cannot be read. */
@NullMarked
package io.corporateportals.testbed.chaos.script;

import org.jspecify.annotations.NullMarked;

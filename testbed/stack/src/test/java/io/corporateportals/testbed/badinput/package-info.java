/** What an LMS should not send, sent to the whole system; and how an operator mends it. */
@NullMarked
package io.corporateportals.testbed.badinput;

import org.jspecify.annotations.NullMarked;

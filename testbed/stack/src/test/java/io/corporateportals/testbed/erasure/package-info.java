/** What is left on the disk of learners who have gone. */
@NullMarked
package io.corporateportals.testbed.erasure;

import org.jspecify.annotations.NullMarked;

/** A simulated LMS: real learning data, made-up people and companies, and the events that tell of them. */
@NullMarked
package io.corporateportals.testbed.lms;

import org.jspecify.annotations.NullMarked;

/** The Open University's learning data, as its four files tell it. */
@NullMarked
package io.corporateportals.testbed.lms.oulad;

import org.jspecify.annotations.NullMarked;

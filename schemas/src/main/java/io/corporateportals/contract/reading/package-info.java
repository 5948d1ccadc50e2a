/** How every service reads what an LMS sends, so that no two judge a record differently. */
@NullMarked
package io.corporateportals.contract.reading;

import org.jspecify.annotations.NullMarked;

/** What happens when there is no space left. */
@NullMarked
package io.corporateportals.testbed.disk;

import org.jspecify.annotations.NullMarked;

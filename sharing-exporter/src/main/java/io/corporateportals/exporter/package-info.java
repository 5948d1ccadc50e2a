/** Publishes to each employer what it may see of the learners assigned now, and takes it back. */
@NullMarked
package io.corporateportals.exporter;

import org.jspecify.annotations.NullMarked;

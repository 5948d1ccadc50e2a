/** The service as a whole: its architecture, and its promises on real servers. */
@NullMarked
package io.corporateportals.exporter;

import org.jspecify.annotations.NullMarked;

/** A service in which every arrow that may not be is drawn once. */
@NullMarked
package io.corporateportals.exporter.architecture.planted;

import org.jspecify.annotations.NullMarked;

/** The loop of one partition: read, decide, list, publish, and start again after any doubt. */
@NullMarked
package io.corporateportals.exporter.application;

import org.jspecify.annotations.NullMarked;

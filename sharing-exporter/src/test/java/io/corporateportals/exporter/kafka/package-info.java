/** The fence and the forms, on a real broker. */
@NullMarked
package io.corporateportals.exporter.kafka;

import org.jspecify.annotations.NullMarked;

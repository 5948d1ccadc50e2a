/** Allows the sharing-exporter to rebuild what Kafka or PostgreSQL has lost. */
@NullMarked
package io.corporateportals.operations.recovery;

import org.jspecify.annotations.NullMarked;

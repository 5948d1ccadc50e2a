/** The learners' log, the feeds and the fence, on Kafka. */
@NullMarked
package io.corporateportals.exporter.kafka;

import org.jspecify.annotations.NullMarked;

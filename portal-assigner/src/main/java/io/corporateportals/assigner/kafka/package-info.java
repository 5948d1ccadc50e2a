/** Kafka brings what happened and takes what was decided: translates, and calls. */
@NullMarked
package io.corporateportals.assigner.kafka;

import org.jspecify.annotations.NullMarked;

/** The Kafka broker. */
@NullMarked
package io.corporateportals.testbed.parts.broker;

import org.jspecify.annotations.NullMarked;

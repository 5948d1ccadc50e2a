/** Breaks its rule. */
@NullMarked
package io.corporateportals.exporter.architecture.planted.kafka;

import org.jspecify.annotations.NullMarked;

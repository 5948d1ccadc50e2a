/** Breaks its rule. */
@NullMarked
package io.corporateportals.exporter.architecture.planted.model;

import org.jspecify.annotations.NullMarked;

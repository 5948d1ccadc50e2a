/** Breaks its rule. */
@NullMarked
package io.corporateportals.exporter.architecture.planted.application;

import org.jspecify.annotations.NullMarked;

/** Breaks its rule. */
@NullMarked
package io.corporateportals.exporter.architecture.planted.jdbc;

import org.jspecify.annotations.NullMarked;

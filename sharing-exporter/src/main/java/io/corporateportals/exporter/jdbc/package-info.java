/** The ledger and the assigner's published decisions, in one snapshot of PostgreSQL. */
@NullMarked
package io.corporateportals.exporter.jdbc;

import org.jspecify.annotations.NullMarked;

/** PostgreSQL keeps what was decided. */
@NullMarked
package io.corporateportals.assigner.jdbc;

import org.jspecify.annotations.NullMarked;

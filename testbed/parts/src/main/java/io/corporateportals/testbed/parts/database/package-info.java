/** The PostgreSQL server and its databases. */
@NullMarked
package io.corporateportals.testbed.parts.database;

import org.jspecify.annotations.NullMarked;

/** Broker, PostgreSQL and registry together, with the topics, schemas and rights of the contract. */
@NullMarked
package io.corporateportals.testbed.parts;

import org.jspecify.annotations.NullMarked;

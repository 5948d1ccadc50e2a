/** What can go wrong: with processes, connections, answers, the consumer group, PostgreSQL and feeds. */
@NullMarked
package io.corporateportals.testbed.chaos.fault;

import org.jspecify.annotations.NullMarked;

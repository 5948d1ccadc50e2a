/** The demo behind bin/demo: real learning data through the whole system, compared with the oracle. */
@NullMarked
package io.corporateportals.testbed.demo;

import org.jspecify.annotations.NullMarked;

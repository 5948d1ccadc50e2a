/** Proxies that stand between clients and the parts, and do what a bad network does. */
@NullMarked
package io.corporateportals.testbed.parts.network;

import org.jspecify.annotations.NullMarked;

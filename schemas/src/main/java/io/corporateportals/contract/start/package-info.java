/** What a service makes sure of before it begins: that the world is the one that its store and the contract know. */
@NullMarked
package io.corporateportals.contract.start;

import org.jspecify.annotations.NullMarked;

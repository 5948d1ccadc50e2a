/** What addresses, hosts and domains say before any rule is asked: one form to compare, and what nobody may claim. */
@NullMarked
package io.corporateportals.assigner.address;

import org.jspecify.annotations.NullMarked;

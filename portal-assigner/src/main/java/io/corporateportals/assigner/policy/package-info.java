/** The policy file: its keys, and what becomes of them. */
@NullMarked
package io.corporateportals.assigner.policy;

import org.jspecify.annotations.NullMarked;

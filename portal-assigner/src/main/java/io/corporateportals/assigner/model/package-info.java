/** Who belongs where, and why: values and pure rules, on the JDK alone. */
@NullMarked
package io.corporateportals.assigner.model;

import org.jspecify.annotations.NullMarked;

/** The product under every order of events that a seed stands for, and under planted mistakes. */
@NullMarked
package io.corporateportals.testbed.simulation;

import org.jspecify.annotations.NullMarked;

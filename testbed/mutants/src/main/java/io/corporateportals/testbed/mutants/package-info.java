/** The services with one fault each: added to a service's class path, they change what it does, never what it is built from. */
@NullMarked
package io.corporateportals.testbed.mutants;

import org.jspecify.annotations.NullMarked;

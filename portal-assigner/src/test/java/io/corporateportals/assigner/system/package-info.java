/** The service among real servers. */
@NullMarked
package io.corporateportals.assigner.system;

import org.jspecify.annotations.NullMarked;

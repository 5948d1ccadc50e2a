/** Which way the arrows point, and that a wrong one is seen. */
@NullMarked
package io.corporateportals.exporter.architecture;

import org.jspecify.annotations.NullMarked;

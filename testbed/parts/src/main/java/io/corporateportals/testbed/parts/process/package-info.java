/** Child processes that end with the JVM that started them, however it ends. */
@NullMarked
package io.corporateportals.testbed.parts.process;

import org.jspecify.annotations.NullMarked;

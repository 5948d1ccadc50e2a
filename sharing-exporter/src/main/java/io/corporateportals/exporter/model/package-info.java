/** What may go to whom: the gate, the cursor and the retraction, on the JDK alone. */
@NullMarked
package io.corporateportals.exporter.model;

import org.jspecify.annotations.NullMarked;

/** The pure part, sentence by sentence. */
@NullMarked
package io.corporateportals.exporter.model;

import org.jspecify.annotations.NullMarked;

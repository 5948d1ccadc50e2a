/** What operators see and do: health, metrics, bringing a parked portal back. */
@NullMarked
package io.corporateportals.exporter.web;

import org.jspecify.annotations.NullMarked;

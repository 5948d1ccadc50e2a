/** Breaks its rule. */
@NullMarked
package io.corporateportals.exporter.architecture.planted.web;

import org.jspecify.annotations.NullMarked;

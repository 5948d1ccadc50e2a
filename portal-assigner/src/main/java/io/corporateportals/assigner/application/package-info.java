/** What the service does: find what is stored, decide, store what follows. */
@NullMarked
package io.corporateportals.assigner.application;

import org.jspecify.annotations.NullMarked;

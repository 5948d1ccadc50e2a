/** Dead letters: shown to a person, and replayed through the front door. */
@NullMarked
package io.corporateportals.operations.deadletters;

import org.jspecify.annotations.NullMarked;

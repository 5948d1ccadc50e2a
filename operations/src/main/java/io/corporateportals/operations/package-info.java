/** What an operator's commands share: where the system runs, and how a command fails. */
@NullMarked
package io.corporateportals.operations;

import org.jspecify.annotations.NullMarked;

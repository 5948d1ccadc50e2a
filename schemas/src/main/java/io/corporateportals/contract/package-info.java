/** What outsiders rely on: the topics, their settings, and the schema subjects. */
@NullMarked
package io.corporateportals.contract;

import org.jspecify.annotations.NullMarked;
